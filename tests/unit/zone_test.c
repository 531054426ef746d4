#include "base/base.h"

#include <sys/stat.h>

#include "unit.h"
#include "value/zone.h"

/*
 * Offsets around changes of the clock and at random instants, as Python's zoneinfo gives them with
 * tzdata 2025b: utcoffset() of an instant, and of a wall-clock time with fold=0.
 */
struct row {
    int64_t second;
    int32_t offset;
};

static const struct row asia_shanghai_at[] = {
    {-2177481944, 29143}, {-2177481943, 28800}, {-1600675201, 28800}, {-1600675200, 32400},
    {-1585904401, 32400}, {-1585904400, 28800}, {-933667201, 28800}, {-933667200, 32400},
    {515527199, 28800}, {515527200, 32400}, {527014799, 32400}, {527014800, 28800},
    {545162399, 28800}, {545162400, 32400}, {558464399, 32400}, {558464400, 28800},
    {577216799, 28800}, {577216800, 32400}, {589913999, 32400}, {589914000, 28800},
    {608666399, 28800}, {608666400, 32400}, {621968399, 32400}, {621968400, 28800},
    {640115999, 28800}, {640116000, 32400}, {653417999, 32400}, {653418000, 28800},
    {671565599, 28800}, {671565600, 32400}, {684867599, 32400}, {684867600, 28800},
    {-620285976, 28800}, {-626090342, 28800}, {928396878, 28800}, {936990536, 28800},
    {1705687423, 28800}, {1706497758, 28800}, {2173474192, 28800}, {2163898016, 28800},
    {2527766480, 28800}, {2536878483, 28800}, {4121999920, 28800}, {4104390920, 28800},
    {13568454203, 28800}, {13554956317, 28800}, {13576669675, 28800}, {13570723745, 28800},
    {95620467910, 28800}, {95632134734, 28800}, {253353260329, 28800}, {253341572759, 28800},
};

static const struct row europe_berlin_at[] = {
    {-796777201, 7200}, {-796777200, 3600}, {-781052401, 3600}, {-781052400, 7200},
    {-761180401, 7200}, {-761180400, 3600}, {-670460401, 7200}, {-670460400, 3600},
    {401849999, 7200}, {401850000, 3600}, {449024399, 3600}, {449024400, 7200}, {796179599, 3600},
    {796179600, 7200}, {811904399, 7200}, {811904400, 3600}, {877827599, 7200}, {877827600, 3600},
    {1080435599, 3600}, {1080435600, 7200}, {1509238799, 7200}, {1509238800, 3600},
    {1616893199, 3600}, {1616893200, 7200}, {-617088028, 3600}, {-626311603, 3600},
    {933291207, 7200}, {919101251, 3600}, {1723223884, 7200}, {1714418132, 7200},
    {2164715914, 7200}, {2173301456, 3600}, {2547492213, 7200}, {2530672171, 3600},
    {4105902775, 3600}, {4121960063, 7200}, {13557096038, 7200}, {13559367978, 7200},
    {13575769505, 3600}, {13581961188, 7200}, {95620853227, 3600}, {95635963254, 7200},
    {253363123272, 7200}, {253341335648, 3600}, {3384118799, 3600}, {3384118800, 7200},
    {3402867599, 7200}, {3402867600, 3600}, {13576813199, 3600}, {13576813200, 7200},
    {13595561999, 7200}, {13595562000, 3600},
};

static const struct row america_new_york_at[] = {
    {-1396807201, -14400}, {-1396807200, -18000}, {-715798801, -18000}, {-715798800, -14400},
    {-273690001, -18000}, {-273690000, -14400}, {183535199, -14400}, {183535200, -18000},
    {341387999, -14400}, {341388000, -18000}, {467791199, -14400}, {467791200, -18000},
    {607503599, -18000}, {607503600, -14400}, {733906799, -18000}, {733906800, -14400},
    {814946399, -14400}, {814946400, -18000}, {954658799, -18000}, {954658800, -14400},
    {1205045999, -18000}, {1205046000, -14400}, {1583650799, -18000}, {1583650800, -14400},
    {-600166449, -18000}, {-615945656, -14400}, {927281490, -14400}, {925207311, -14400},
    {1712403012, -14400}, {1730722152, -18000}, {2151948771, -18000}, {2169371161, -14400},
    {2550774740, -14400}, {2532798519, -14400}, {4105191398, -18000}, {4121719261, -14400},
    {13548004288, -14400}, {13555552270, -14400}, {13586078948, -14400}, {13598830341, -18000},
    {95629109131, -14400}, {95642060122, -14400}, {253354289176, -14400}, {253348890388, -14400},
    {3382930799, -18000}, {3382930800, -14400}, {3403490399, -14400}, {3403490400, -18000},
    {13575625199, -18000}, {13575625200, -14400}, {13596184799, -14400}, {13596184800, -18000},
};

static const struct row australia_lord_howe_at[] = {
    {436289399, 37800}, {436289400, 41400}, {499188599, 37800}, {499188600, 39600},
    {594142199, 37800}, {594142200, 39600}, {657041399, 37800}, {657041400, 39600},
    {688490999, 37800}, {688491000, 39600}, {1035646199, 37800}, {1035646200, 39600},
    {1193498999, 37800}, {1193499000, 39600}, {1333205999, 39600}, {1333206000, 37800},
    {1380986999, 37800}, {1380987000, 39600}, {1570289399, 37800}, {1570289400, 39600},
    {1696087799, 37800}, {1696087800, 39600}, {1869663599, 39600}, {1869663600, 37800},
    {-628547489, 36000}, {-605497259, 36000}, {933874714, 37800}, {934376359, 37800},
    {1730544806, 39600}, {1733443360, 39600}, {2173376181, 39600}, {2156444419, 37800},
    {2536020612, 37800}, {2547938241, 37800}, {4114194836, 37800}, {4122388543, 37800},
    {13554595240, 37800}, {13557387654, 37800}, {13596204857, 39600}, {13584773310, 37800},
    {95619891301, 39600}, {95645768641, 39600}, {253342369360, 39600}, {253348286459, 37800},
    {3384687599, 39600}, {3384687600, 37800}, {3400414199, 37800}, {3400414200, 39600},
    {13577381999, 39600}, {13577382000, 37800}, {13593108599, 37800}, {13593108600, 39600},
};

static const struct row asia_kathmandu_at[] = {
    {-1577943677, 20476}, {-1577943676, 19800}, {504901799, 19800}, {504901800, 20700},
    {-629116272, 19800}, {-606618364, 19800}, {938686966, 20700}, {925537499, 20700},
    {1725781241, 20700}, {1723459857, 20700}, {2168775326, 20700}, {2173496019, 20700},
    {2539561222, 20700}, {2534157441, 20700}, {4126490838, 20700}, {4115389812, 20700},
    {13567693733, 20700}, {13560365862, 20700}, {13581109164, 20700}, {13570222686, 20700},
    {95633075923, 20700}, {95629511396, 20700}, {253344867567, 20700}, {253359727858, 20700},
};

static const struct row europe_dublin_at[] = {
    {278474399, 3600}, {278474400, 0}, {499222799, 3600}, {499222800, 0}, {562121999, 3600},
    {562122000, 0}, {909277199, 3600}, {909277200, 0}, {1193533199, 3600}, {1193533200, 0},
    {2026947599, 0}, {2026947600, 3600}, {-606376637, 3600}, {-622843425, 0}, {928500030, 3600},
    {928266895, 3600}, {1734830447, 0}, {1733307269, 0}, {2162576800, 3600}, {2148620659, 0},
    {2530190326, 0}, {2539680228, 3600}, {4115921744, 3600}, {4120880944, 3600},
    {13547252334, 3600}, {13567571042, 0}, {13574060078, 0}, {13596956069, 0}, {95632029909, 3600},
    {95646574508, 0}, {253357691104, 3600}, {253348571060, 3600}, {3384118799, 0},
    {3384118800, 3600}, {3402867599, 3600}, {3402867600, 0}, {13576813199, 0}, {13576813200, 3600},
    {13595561999, 3600}, {13595562000, 0},
};

static const struct row utc_at[] = {
    {-607449260, 0}, {-617216962, 0}, {927187162, 0}, {938057184, 0}, {1733735788, 0},
    {1716832691, 0}, {2153659535, 0}, {2150980865, 0}, {2527392504, 0}, {2530520885, 0},
    {4107521531, 0}, {4110227980, 0}, {13560025753, 0}, {13545759059, 0}, {13569870369, 0},
    {13585738248, 0}, {95645470872, 0}, {95637351704, 0}, {253345347211, 0}, {253348045113, 0},
};

static const struct row asia_shanghai_local[] = {
    {-2177453144, 29143}, {-2177453143, 29143}, {-2177452972, 29143}, {-2177452801, 29143},
    {-2177452800, 28800}, {-1600646401, 28800}, {-1600646400, 28800}, {-1600644600, 28800},
    {-1600642801, 28800}, {-1600642800, 32400}, {-1585875601, 32400}, {-1585875600, 32400},
    {-1585873800, 32400}, {-1585872001, 32400}, {-1585872000, 28800}, {-933638401, 28800},
    {-933638400, 28800}, {-933636600, 28800}, {-933634801, 28800}, {-933634800, 32400},
    {515555999, 28800}, {515556000, 28800}, {515557800, 28800}, {515559599, 28800},
    {515559600, 32400}, {527043599, 32400}, {527043600, 32400}, {527045400, 32400},
    {527047199, 32400}, {527047200, 28800}, {545191199, 28800}, {545191200, 28800},
    {545193000, 28800}, {545194799, 28800}, {545194800, 32400}, {558493199, 32400},
    {558493200, 32400}, {558495000, 32400}, {558496799, 32400}, {558496800, 28800},
    {577245599, 28800}, {577245600, 28800}, {577247400, 28800}, {577249199, 28800},
    {577249200, 32400}, {589942799, 32400}, {589942800, 32400}, {589944600, 32400},
    {589946399, 32400}, {589946400, 28800}, {608695199, 28800}, {608695200, 28800},
    {608697000, 28800}, {608698799, 28800}, {608698800, 32400}, {621997199, 32400},
    {621997200, 32400}, {621999000, 32400}, {622000799, 32400}, {622000800, 28800},
    {640144799, 28800}, {640144800, 28800}, {640146600, 28800}, {640148399, 28800},
    {640148400, 32400}, {653446799, 32400}, {653446800, 32400}, {653448600, 32400},
    {653450399, 32400}, {653450400, 28800}, {671594399, 28800}, {671594400, 28800},
    {671596200, 28800}, {671597999, 28800}, {671598000, 32400}, {684896399, 32400},
    {684896400, 32400}, {684898200, 32400}, {684899999, 32400}, {684900000, 28800},
    {-620285976, 28800}, {-626090342, 28800}, {928396878, 28800}, {936990536, 28800},
    {1705687423, 28800}, {1706497758, 28800}, {2173474192, 28800}, {2163898016, 28800},
    {2527766480, 28800}, {2536878483, 28800}, {4121999920, 28800}, {4104390920, 28800},
    {13568454203, 28800}, {13554956317, 28800}, {13576669675, 28800}, {13570723745, 28800},
    {95620467910, 28800}, {95632134734, 28800}, {253353260329, 28800}, {253341572759, 28800},
};

static const struct row europe_berlin_local[] = {
    {-796773601, 7200}, {-796773600, 7200}, {-796771800, 7200}, {-796770001, 7200},
    {-796770000, 3600}, {-781048801, 3600}, {-781048800, 3600}, {-781047000, 3600},
    {-781045201, 3600}, {-781045200, 7200}, {-761176801, 7200}, {-761176800, 7200},
    {-761175000, 7200}, {-761173201, 7200}, {-761173200, 3600}, {-670456801, 7200},
    {-670456800, 7200}, {-670455000, 7200}, {-670453201, 7200}, {-670453200, 3600},
    {401853599, 7200}, {401853600, 7200}, {401855400, 7200}, {401857199, 7200}, {401857200, 3600},
    {449027999, 3600}, {449028000, 3600}, {449029800, 3600}, {449031599, 3600}, {449031600, 7200},
    {796183199, 3600}, {796183200, 3600}, {796185000, 3600}, {796186799, 3600}, {796186800, 7200},
    {811907999, 7200}, {811908000, 7200}, {811909800, 7200}, {811911599, 7200}, {811911600, 3600},
    {877831199, 7200}, {877831200, 7200}, {877833000, 7200}, {877834799, 7200}, {877834800, 3600},
    {1080439199, 3600}, {1080439200, 3600}, {1080441000, 3600}, {1080442799, 3600},
    {1080442800, 7200}, {1509242399, 7200}, {1509242400, 7200}, {1509244200, 7200},
    {1509245999, 7200}, {1509246000, 3600}, {1616896799, 3600}, {1616896800, 3600},
    {1616898600, 3600}, {1616900399, 3600}, {1616900400, 7200}, {-617088028, 3600},
    {-626311603, 3600}, {933291207, 7200}, {919101251, 3600}, {1723223884, 7200},
    {1714418132, 7200}, {2164715914, 7200}, {2173301456, 3600}, {2547492213, 7200},
    {2530672171, 3600}, {4105902775, 3600}, {4121960063, 7200}, {13557096038, 7200},
    {13559367978, 7200}, {13575769505, 3600}, {13581961188, 7200}, {95620853227, 3600},
    {95635963254, 7200}, {253363123272, 7200}, {253341335648, 3600}, {3384122399, 3600},
    {3384122400, 3600}, {3384125999, 3600}, {3384126000, 7200}, {3402871199, 7200},
    {3402871200, 7200}, {3402874799, 7200}, {3402874800, 3600}, {13576816799, 3600},
    {13576816800, 3600}, {13576820399, 3600}, {13576820400, 7200}, {13595565599, 7200},
    {13595565600, 7200}, {13595569199, 7200}, {13595569200, 3600},
};

static const struct row america_new_york_local[] = {
    {-1396825201, -14400}, {-1396825200, -14400}, {-1396823400, -14400}, {-1396821601, -14400},
    {-1396821600, -18000}, {-715816801, -18000}, {-715816800, -18000}, {-715815000, -18000},
    {-715813201, -18000}, {-715813200, -14400}, {-273708001, -18000}, {-273708000, -18000},
    {-273706200, -18000}, {-273704401, -18000}, {-273704400, -14400}, {183517199, -14400},
    {183517200, -14400}, {183519000, -14400}, {183520799, -14400}, {183520800, -18000},
    {341369999, -14400}, {341370000, -14400}, {341371800, -14400}, {341373599, -14400},
    {341373600, -18000}, {467773199, -14400}, {467773200, -14400}, {467775000, -14400},
    {467776799, -14400}, {467776800, -18000}, {607485599, -18000}, {607485600, -18000},
    {607487400, -18000}, {607489199, -18000}, {607489200, -14400}, {733888799, -18000},
    {733888800, -18000}, {733890600, -18000}, {733892399, -18000}, {733892400, -14400},
    {814928399, -14400}, {814928400, -14400}, {814930200, -14400}, {814931999, -14400},
    {814932000, -18000}, {954640799, -18000}, {954640800, -18000}, {954642600, -18000},
    {954644399, -18000}, {954644400, -14400}, {1205027999, -18000}, {1205028000, -18000},
    {1205029800, -18000}, {1205031599, -18000}, {1205031600, -14400}, {1583632799, -18000},
    {1583632800, -18000}, {1583634600, -18000}, {1583636399, -18000}, {1583636400, -14400},
    {-600166449, -18000}, {-615945656, -14400}, {927281490, -14400}, {925207311, -14400},
    {1712403012, -14400}, {1730722152, -18000}, {2151948771, -18000}, {2169371161, -14400},
    {2550774740, -14400}, {2532798519, -14400}, {4105191398, -18000}, {4121719261, -14400},
    {13548004288, -14400}, {13555552270, -14400}, {13586078948, -14400}, {13598830341, -18000},
    {95629109131, -14400}, {95642060122, -14400}, {253354289176, -14400}, {253348890388, -14400},
    {3382912799, -18000}, {3382912800, -18000}, {3382916399, -18000}, {3382916400, -14400},
    {3403472399, -14400}, {3403472400, -14400}, {3403475999, -14400}, {3403476000, -18000},
    {13575607199, -18000}, {13575607200, -18000}, {13575610799, -18000}, {13575610800, -14400},
    {13596166799, -14400}, {13596166800, -14400}, {13596170399, -14400}, {13596170400, -18000},
};

static const struct row australia_lord_howe_local[] = {
    {436327199, 37800}, {436327200, 37800}, {436329000, 37800}, {436330799, 37800},
    {436330800, 41400}, {499226399, 37800}, {499226400, 37800}, {499227300, 37800},
    {499228199, 37800}, {499228200, 39600}, {594179999, 37800}, {594180000, 37800},
    {594180900, 37800}, {594181799, 37800}, {594181800, 39600}, {657079199, 37800},
    {657079200, 37800}, {657080100, 37800}, {657080999, 37800}, {657081000, 39600},
    {688528799, 37800}, {688528800, 37800}, {688529700, 37800}, {688530599, 37800},
    {688530600, 39600}, {1035683999, 37800}, {1035684000, 37800}, {1035684900, 37800},
    {1035685799, 37800}, {1035685800, 39600}, {1193536799, 37800}, {1193536800, 37800},
    {1193537700, 37800}, {1193538599, 37800}, {1193538600, 39600}, {1333243799, 39600},
    {1333243800, 39600}, {1333244700, 39600}, {1333245599, 39600}, {1333245600, 37800},
    {1381024799, 37800}, {1381024800, 37800}, {1381025700, 37800}, {1381026599, 37800},
    {1381026600, 39600}, {1570327199, 37800}, {1570327200, 37800}, {1570328100, 37800},
    {1570328999, 37800}, {1570329000, 39600}, {1696125599, 37800}, {1696125600, 37800},
    {1696126500, 37800}, {1696127399, 37800}, {1696127400, 39600}, {1869701399, 39600},
    {1869701400, 39600}, {1869702300, 39600}, {1869703199, 39600}, {1869703200, 37800},
    {-628547489, 36000}, {-605497259, 36000}, {933874714, 37800}, {934376359, 37800},
    {1730544806, 39600}, {1733443360, 39600}, {2173376181, 39600}, {2156444419, 37800},
    {2536020612, 37800}, {2547938241, 37800}, {4114194836, 37800}, {4122388543, 37800},
    {13554595240, 37800}, {13557387654, 37800}, {13596204857, 39600}, {13584773310, 37800},
    {95619891301, 39600}, {95645768641, 39600}, {253342369360, 39600}, {253348286459, 37800},
    {3384725399, 39600}, {3384725400, 39600}, {3384727199, 39600}, {3384727200, 37800},
    {3400451999, 37800}, {3400452000, 37800}, {3400453799, 37800}, {3400453800, 39600},
    {13577419799, 39600}, {13577419800, 39600}, {13577421599, 39600}, {13577421600, 37800},
    {13593146399, 37800}, {13593146400, 37800}, {13593148199, 37800}, {13593148200, 39600},
};

static const struct row asia_kathmandu_local[] = {
    {-1577923877, 20476}, {-1577923876, 20476}, {-1577923538, 20476}, {-1577923201, 20476},
    {-1577923200, 19800}, {504921599, 19800}, {504921600, 19800}, {504922050, 19800},
    {504922499, 19800}, {504922500, 20700}, {-629116272, 19800}, {-606618364, 19800},
    {938686966, 20700}, {925537499, 20700}, {1725781241, 20700}, {1723459857, 20700},
    {2168775326, 20700}, {2173496019, 20700}, {2539561222, 20700}, {2534157441, 20700},
    {4126490838, 20700}, {4115389812, 20700}, {13567693733, 20700}, {13560365862, 20700},
    {13581109164, 20700}, {13570222686, 20700}, {95633075923, 20700}, {95629511396, 20700},
    {253344867567, 20700}, {253359727858, 20700},
};

static const struct row europe_dublin_local[] = {
    {278474399, 3600}, {278474400, 3600}, {278476200, 3600}, {278477999, 3600}, {278478000, 0},
    {499222799, 3600}, {499222800, 3600}, {499224600, 3600}, {499226399, 3600}, {499226400, 0},
    {562121999, 3600}, {562122000, 3600}, {562123800, 3600}, {562125599, 3600}, {562125600, 0},
    {909277199, 3600}, {909277200, 3600}, {909279000, 3600}, {909280799, 3600}, {909280800, 0},
    {1193533199, 3600}, {1193533200, 3600}, {1193535000, 3600}, {1193536799, 3600}, {1193536800, 0},
    {2026947599, 0}, {2026947600, 0}, {2026949400, 0}, {2026951199, 0}, {2026951200, 3600},
    {-606376637, 3600}, {-622843425, 0}, {928500030, 3600}, {928266895, 3600}, {1734830447, 0},
    {1733307269, 0}, {2162576800, 3600}, {2148620659, 0}, {2530190326, 0}, {2539680228, 3600},
    {4115921744, 3600}, {4120880944, 3600}, {13547252334, 3600}, {13567571042, 0}, {13574060078, 0},
    {13596956069, 0}, {95632029909, 3600}, {95646574508, 0}, {253357691104, 3600},
    {253348571060, 3600}, {3384118799, 0}, {3384118800, 0}, {3384122399, 0}, {3384122400, 3600},
    {3402867599, 3600}, {3402867600, 3600}, {3402871199, 3600}, {3402871200, 0}, {13576813199, 0},
    {13576813200, 0}, {13576816799, 0}, {13576816800, 3600}, {13595561999, 3600},
    {13595562000, 3600}, {13595565599, 3600}, {13595565600, 0},
};

static const struct row utc_local[] = {
    {-607449260, 0}, {-617216962, 0}, {927187162, 0}, {938057184, 0}, {1733735788, 0},
    {1716832691, 0}, {2153659535, 0}, {2150980865, 0}, {2527392504, 0}, {2530520885, 0},
    {4107521531, 0}, {4110227980, 0}, {13560025753, 0}, {13545759059, 0}, {13569870369, 0},
    {13585738248, 0}, {95645470872, 0}, {95637351704, 0}, {253345347211, 0}, {253348045113, 0},
};

static const struct {
    const char *name;
    const struct row *at;
    size_t at_count;
    const struct row *local;
    size_t local_count;
} zones[] = {
#define ZONE(name, id) {name, id##_at, COUNT_OF(id##_at), id##_local, COUNT_OF(id##_local)}
    ZONE("Asia/Shanghai", asia_shanghai),
    ZONE("Europe/Berlin", europe_berlin),
    ZONE("America/New_York", america_new_york),
    ZONE("Australia/Lord_Howe", australia_lord_howe),
    ZONE("Asia/Kathmandu", asia_kathmandu),
    ZONE("Europe/Dublin", europe_dublin),
    ZONE("UTC", utc),
};

static void test_tables(void)
{
    for (size_t i = 0; i < COUNT_OF(zones); i++) {
        const char *error;
        struct zone *zone = zone_open(zones[i].name, &error);
        if (!zone) {
            printf("skipped: %s: %s\n", zones[i].name, error);
            continue;
        }
        CHECK(error == NULL);
        for (size_t k = 0; k < zones[i].at_count; k++) {
            int32_t got = zone_offset_at(zone, zones[i].at[k].second);
            if (!CHECK(got == zones[i].at[k].offset)) {
                printf("    %s at %" PRId64 ": %d\n", zones[i].name, zones[i].at[k].second, got);
            }
        }
        for (size_t k = 0; k < zones[i].local_count; k++) {
            int32_t got = zone_offset_of_local(zone, zones[i].local[k].second);
            if (!CHECK(got == zones[i].local[k].offset)) {
                printf("    %s local %" PRId64 ": %d\n", zones[i].name,
                       zones[i].local[k].second, got);
            }
        }
        /* Nothing wraps at the ends. */
        zone_offset_at(zone, INT64_MIN);
        zone_offset_at(zone, INT64_MAX);
        zone_offset_of_local(zone, INT64_MIN);
        zone_offset_of_local(zone, INT64_MAX);
        zone_close(zone);
    }
}

/* A TZif file under construction. */
struct file {
    char bytes[1024];
    size_t n;
};

static void put(struct file *file, uint64_t value, int bytes)
{
    for (int i = bytes - 1; i >= 0; i--) {
        file->bytes[file->n++] = (char)(value >> (8 * i));
    }
}

static void put_text(struct file *file, const char *text)
{
    memcpy(file->bytes + file->n, text, strlen(text));
    file->n += strlen(text);
}

static void put_header(struct file *file, char version, uint32_t leaps, uint32_t times,
                       uint32_t types, uint32_t chars)
{
    const uint32_t counts[] = {0, 0, leaps, times, types, chars};
    put_text(file, "TZif");
    put(file, (uint64_t)version, 1);
    for (int i = 0; i < 15; i++) {
        put(file, 0, 1);
    }
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        put(file, counts[i], 4);
    }
}

/* Two types, +1:00 and +2:00, and changes at 1000 (to +2:00) and 2000 (back). */
static void put_block(struct file *file, int time_size)
{
    put(file, 1000, time_size);
    put(file, 2000, time_size);
    put(file, 0x0100, 2);
    put(file, 3600, 4);
    put(file, 0x0000, 2);
    put(file, 7200, 4);
    put(file, 0x0104, 2);
    put_text(file, "AAA");
    put(file, 0, 1);
    put_text(file, "BBB");
    put(file, 0, 1);
}

static struct file file_v1(void)
{
    struct file file = {.n = 0};
    put_header(&file, 0, 0, 2, 2, 8);
    put_block(&file, 4);
    return file;
}

static struct file file_v2(const char *footer)
{
    struct file file = {.n = 0};
    put_header(&file, '2', 0, 2, 2, 8);
    put_block(&file, 4);
    put_header(&file, '2', 0, 2, 2, 8);
    put_block(&file, 8);
    put_text(&file, "\n");
    put_text(&file, footer);
    put_text(&file, "\n");
    return file;
}

/* A file without transitions, so that the footer rules all of time. */
static struct file file_of_rule(const char *footer)
{
    struct file file = {.n = 0};
    for (int i = 0; i < 2; i++) {
        put_header(&file, '3', 0, 0, 1, 4);
        put(&file, 0, 6);
        put_text(&file, "UTC");
        put(&file, 0, 1);
    }
    put_text(&file, "\n");
    put_text(&file, footer);
    put_text(&file, "\n");
    return file;
}

/* From memory of exactly its size, so that a sanitizer sees a read behind the end. */
static struct zone *open_bytes(const char *bytes, size_t n, const char **error)
{
    char *copy = malloc(n ? n : 1);
    if (!copy) {
        abort();
    }
    memcpy(copy, bytes, n);
    struct zone *zone = zone_from_bytes((struct str){copy, n}, error);
    free(copy);
    return zone;
}

static void expect_malformed(const struct file *file, size_t n, int line)
{
    const char *error = NULL;
    struct zone *zone = open_bytes(file->bytes, n, &error);
    unit_check(!zone && error, __FILE__, line, "malformed file refused");
    zone_close(zone);
}

static void test_versions(void)
{
    const char *error;
    struct file one = file_v1();
    struct zone *zone = open_bytes(one.bytes, one.n, &error);
    if (CHECK(zone != NULL)) {
        CHECK_INT(zone_offset_at(zone, -5000000000), 3600);
        CHECK_INT(zone_offset_at(zone, 999), 3600);
        CHECK_INT(zone_offset_at(zone, 1000), 7200);
        CHECK_INT(zone_offset_at(zone, 1999), 7200);
        CHECK_INT(zone_offset_at(zone, 2000), 3600);
        CHECK_INT(zone_offset_at(zone, 5000000000), 3600);
        /* Gap: 4600 to 8200 local; twice: 5600 to 9200 local, of which only the part behind the gap
         * has an instant of +2:00 at 1000 or later. */
        CHECK_INT(zone_offset_of_local(zone, 4599), 3600);
        CHECK_INT(zone_offset_of_local(zone, 8200), 7200);
        CHECK_INT(zone_offset_of_local(zone, 9199), 7200);
        CHECK_INT(zone_offset_of_local(zone, 9200), 3600);
    }
    zone_close(zone);
    struct file two = file_v2("EST5EDT,M3.2.0,M11.1.0");
    zone = open_bytes(two.bytes, two.n, &error);
    if (CHECK(zone != NULL)) {
        CHECK_INT(zone_offset_at(zone, 1500), 7200);
        /* 2024-07-01 and 2024-12-01, midnight UTC. */
        CHECK_INT(zone_offset_at(zone, 1719792000), -4 * 3600);
        CHECK_INT(zone_offset_at(zone, 1733011200), -5 * 3600);
    }
    zone_close(zone);
    two = file_v2("");
    zone = open_bytes(two.bytes, two.n, &error);
    if (CHECK(zone != NULL)) {
        CHECK_INT(zone_offset_at(zone, 1719792000), 3600);
    }
    zone_close(zone);
}

static void test_malformed(void)
{
    struct file one = file_v1();
    struct file two = file_v2("EST5EDT,M3.2.0,M11.1.0");
    for (size_t n = 0; n < one.n; n++) {
        expect_malformed(&one, n, __LINE__);
    }
    for (size_t n = 0; n < two.n; n++) {
        expect_malformed(&two, n, __LINE__);
    }
    /* Any byte changed: an answer or an error, never a wild read. */
    for (size_t i = 0; i < two.n; i++) {
        static const char values[] = {0, 1, '\n', 0x7F, (char)0x80, (char)0xFF};
        for (size_t k = 0; k < sizeof(values); k++) {
            struct file bad = two;
            bad.bytes[i] = values[k];
            const char *error = NULL;
            struct zone *zone = open_bytes(bad.bytes, bad.n, &error);
            CHECK((zone == NULL) == (error != NULL));
            if (zone) {
                zone_offset_at(zone, 1719792000);
                zone_offset_of_local(zone, 1719792000);
            }
            zone_close(zone);
        }
    }
}

static void test_changed_fields(void)
{
    /* What stands where: 4 version, 20 counts; the v1 block: 44 times, 52 indices, 54 types. */
    static const struct {
        size_t at;
        unsigned char byte;
    } changes[] = {
        {0, 't'},   {3, 'F'},   {4, '1'},   {4, 'x'},   {20, 0xFF}, {23, 1},   {27, 3},
        {28, 0xFF}, {31, 1},    {32, 0xFF}, {35, 0xFF}, {36, 0xFF}, {39, 0},   {40, 0xFF},
        {43, 0},    {46, 0xFF}, {52, 2},    {53, 9},    {54, 0x7F}, {54, 0x80}, {58, 2},
        {59, 8},    {44, 0x7F},
    };
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        struct file bad = file_v1();
        bad.bytes[changes[i].at] = (char)changes[i].byte;
        expect_malformed(&bad, bad.n, __LINE__);
    }
    struct file huge = {.n = 0};
    put_header(&huge, '2', UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX);
    expect_malformed(&huge, huge.n, __LINE__);
    struct file leap = {.n = 0};
    put_header(&leap, 0, 1, 0, 1, 4);
    put(&leap, 0, 6);
    put_text(&leap, "UTC");
    put(&leap, 0, 1);
    put(&leap, 0, 8);
    const char *error = NULL;
    CHECK(!open_bytes(leap.bytes, leap.n, &error));
    CHECK_STR(str_of(error), S("counts leap seconds, which no export does"));
    CHECK(!open_bytes("PK\003\004", 4, &error));
    CHECK_STR(str_of(error), S("is not a sound TZif file"));
}

static int32_t rule_at(const char *footer, int64_t utc)
{
    const char *error;
    struct file file = file_of_rule(footer);
    struct zone *zone = open_bytes(file.bytes, file.n, &error);
    int32_t offset = zone ? zone_offset_at(zone, utc) : INT32_MAX;
    zone_close(zone);
    return offset;
}

/* Seconds since 1970 of a UTC date and time. */
static int64_t utc_of(int year, int month, int day, int hour)
{
    return (int64_t)date_from_civil(year, month, day) * 86400 + hour * 3600;
}

static void test_rules(void)
{
    CHECK_INT(rule_at("<+08>-8", 0), 8 * 3600);
    CHECK_INT(rule_at("<-0330>3:30", 0), -(3 * 3600 + 1800));
    CHECK_INT(rule_at("LMT-8:05:43", 0), 8 * 3600 + 5 * 60 + 43);
    CHECK_INT(rule_at("XXX+5", 0), -5 * 3600);
    CHECK_INT(rule_at("XXX24", 0), -24 * 3600);
    /* J60 is 1 March in every year; 59 counted from 0 is 29 February of a leap year. */
    const char *julian = "AAA0BBB,J60/0,J300/0";
    CHECK_INT(rule_at(julian, utc_of(2024, 3, 1, 0) - 1), 0);
    CHECK_INT(rule_at(julian, utc_of(2024, 3, 1, 0)), 3600);
    CHECK_INT(rule_at(julian, utc_of(2023, 3, 1, 0) - 1), 0);
    CHECK_INT(rule_at(julian, utc_of(2023, 3, 1, 0)), 3600);
    CHECK_INT(rule_at("AAA0BBB,J59/0,J300/0", utc_of(2024, 2, 28, 0)), 3600);
    const char *zero_based = "AAA0BBB,59/0,300/0";
    CHECK_INT(rule_at(zero_based, utc_of(2024, 2, 29, 0) - 1), 0);
    CHECK_INT(rule_at(zero_based, utc_of(2024, 2, 29, 0)), 3600);
    CHECK_INT(rule_at(zero_based, utc_of(2023, 3, 1, 0) - 1), 0);
    CHECK_INT(rule_at(zero_based, utc_of(2023, 3, 1, 0)), 3600);
    /* Nuuk since 2023: M3.5.0/-1 is 23:00 of the Saturday before; 2024-03-31 was the Sunday, and
     * 23:00 at UTC-2 is 01:00 UTC of the Sunday. */
    const char *nuuk = "<-02>2<-01>,M3.5.0/-1,M10.5.0/0";
    CHECK_INT(rule_at(nuuk, utc_of(2024, 3, 31, 1) - 1), -7200);
    CHECK_INT(rule_at(nuuk, utc_of(2024, 3, 31, 1)), -3600);
    /* Gaza's way: the fourth Thursday and 50 hours; 2040-03-22 is the fourth Thursday of its month,
     * so the clock changes on Saturday 24 at 02:00, +2:00. */
    const char *gaza = "EET-2EEST,M3.4.4/50,M10.4.4/50";
    CHECK_INT(rule_at(gaza, utc_of(2040, 3, 24, 0) - 1), 7200);
    CHECK_INT(rule_at(gaza, utc_of(2040, 3, 24, 0)), 10800);
    /* 167 hours behind the last Sunday of December 2023 (the 31st): 2024-01-06 23:00. */
    const char *late = "AAA0BBB,M12.5.0/167,M6.1.0/0";
    CHECK_INT(rule_at(late, utc_of(2024, 1, 6, 23) - 1), 0);
    CHECK_INT(rule_at(late, utc_of(2024, 1, 6, 23)), 3600);
    CHECK_INT(rule_at("AAA0BBB,M1.1.1/-167,M6.1.0/0", utc_of(2023, 12, 25, 1) - 1), 0);
    CHECK_INT(rule_at("AAA0BBB,M1.1.1/-167,M6.1.0/0", utc_of(2023, 12, 25, 1)), 3600);
    /* Daylight saving time for ever (RFC 8536, section 3.3.1). */
    for (int day = -400; day < 800; day++) {
        int64_t noon = utc_of(2024, 1, 1, 4) + day * INT64_C(86400);
        CHECK_INT(rule_at("EST5EDT,0/0,J365/25", noon), -4 * 3600);
        CHECK_INT(rule_at("EST5EDT,0/0,J365/25", noon + 3600), -4 * 3600);
    }
    /* The south: daylight saving time over the new year; and far from 1970 on both sides. */
    const char *south = "AEST-10AEDT,M10.1.0,M4.1.0/3";
    CHECK_INT(rule_at(south, utc_of(2024, 1, 1, 0)), 11 * 3600);
    CHECK_INT(rule_at(south, utc_of(2024, 7, 1, 0)), 10 * 3600);
    CHECK_INT(rule_at(south, utc_of(2, 1, 1, 0)), 11 * 3600);
    CHECK_INT(rule_at(south, utc_of(9998, 7, 1, 0)), 10 * 3600);
}

static void expect_change(struct file file, int64_t utc, int64_t want, int line)
{
    const char *error;
    struct zone *zone = open_bytes(file.bytes, file.n, &error);
    if (unit_check(zone != NULL, __FILE__, line, "a sound file")) {
        unit_check_int(zone_next_change(zone, utc), want, __FILE__, line);
    }
    zone_close(zone);
}

static void test_next_change(void)
{
    /* The table's two, at 1000 and 2000; behind them nothing, or what the rule says: in 1970 the
     * second Sunday of March was 8 (02:00 at -5), the first of November 1 (02:00 at -4). */
    static const int64_t table[][2] = {{INT64_MIN, 1000}, {999, 1000}, {1000, 2000}, {1999, 2000}};
    struct file ruled = file_v2("EST5EDT,M3.2.0,M11.1.0");
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        expect_change(file_v1(), table[i][0], table[i][1], __LINE__);
        expect_change(ruled, table[i][0], table[i][1], __LINE__);
    }
    expect_change(file_v1(), 2000, INT64_MAX, __LINE__);
    expect_change(ruled, 2000, utc_of(1970, 3, 8, 7), __LINE__);
    expect_change(ruled, utc_of(1970, 3, 8, 7) - 1, utc_of(1970, 3, 8, 7), __LINE__);
    expect_change(ruled, utc_of(1970, 3, 8, 7), utc_of(1970, 11, 1, 6), __LINE__);
    expect_change(file_of_rule("<+08>-8"), 0, INT64_MAX, __LINE__);
    /* Carried out of their years, as above; and in the cycle of 400 years behind 1970. */
    struct file late = file_of_rule("AAA0BBB,M12.5.0/167,M6.1.0/0");
    expect_change(late, utc_of(2024, 1, 1, 0), utc_of(2024, 1, 6, 23), __LINE__);
    expect_change(late, utc_of(2424, 1, 1, 0), utc_of(2424, 1, 6, 23), __LINE__);
    struct file early = file_of_rule("AAA0BBB,M1.1.1/-167,M6.1.0/0");
    expect_change(early, utc_of(2023, 12, 24, 0), utc_of(2023, 12, 25, 1), __LINE__);
}

static void test_bad_rules(void)
{
    static const char *const bad[] = {
        "A5",          "AAA",           "<+08-8",        "<+8>-8",       "AAA25",
        "AAA5:60",     "AAA5:00:60",    "AAA5BBB",       "AAA5BBB,M3.2.0", "AAA5BB,J1,J2",
        "AAA5BBB,M0.2.0,J2", "AAA5BBB,M13.2.0,J2", "AAA5BBB,M3.6.0,J2", "AAA5BBB,M3.0.0,J2",
        "AAA5BBB,M3.2.7,J2", "AAA5BBB,J0,J2", "AAA5BBB,J366,J2", "AAA5BBB,366,J2",
        "AAA5BBB,J1/168,J2", "AAA5BBB,J1,J2,", "AAA5BBB,J1,J2 ", "AAA0005", "AAA5,J1,J2",
        "AAA-",        "AAA5BBB25,J1,J2", "AAA5BBB,M3.2,J2", "AAA5BBB,J1/,J2",
    };
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        if (!CHECK(rule_at(bad[i], 0) == INT32_MAX)) {
            printf("    %s\n", bad[i]);
        }
    }
}

static void expect_open(const char *name, int32_t offset, int line)
{
    const char *error;
    struct zone *zone = zone_open(name, &error);
    if (unit_check(zone != NULL, __FILE__, line, name)) {
        unit_check_int(zone_offset_at(zone, 0), offset, __FILE__, line);
        unit_check_int(zone_offset_of_local(zone, 0), offset, __FILE__, line);
    }
    zone_close(zone);
}

static void expect_refused(const char *name, const char *want)
{
    const char *error = NULL;
    struct zone *zone = zone_open(name, &error);
    CHECK(zone == NULL);
    CHECK_STR(str_of(error), str_of(want));
    zone_close(zone);
}

static void write_file(const char *path, const char *bytes, size_t n)
{
    FILE *file = fopen(path, "w");
    CHECK(file && fwrite(bytes, 1, n, file) == n && fclose(file) == 0);
}

static void test_open(void)
{
    expect_open("UTC", 0, __LINE__);
    expect_open("+08:00", 8 * 3600, __LINE__);
    expect_open("-0530", -(5 * 3600 + 30 * 60), __LINE__);
    expect_open("+14", 14 * 3600, __LINE__);
    static const char *const absent[] = {
        "",       "/etc/localtime", "../zoneinfo/UTC", "Asia/../UTC", "No/Such",
        "+24:00", "+08:60",         "+8",              "+08:",        "+08:0",
        "+080",   "Asia",           "+08:00x",         "UTC/x",
    };

    char directory[] = "/tmp/zone_test.XXXXXX";
    char path[64];
    if (!CHECK(mkdtemp(directory) != NULL)) {
        return;
    }
    struct file file = file_v1();
    setenv("TZDIR", directory, 1);
    snprintf(path, sizeof(path), "%s/Good", directory);
    write_file(path, file.bytes, file.n);
    expect_open("Good", 3600, __LINE__);
    unlink(path);
    snprintf(path, sizeof(path), "%s/Bad", directory);
    write_file(path, "text", 4);
    expect_refused("Bad", "is not a sound TZif file");
    unlink(path);
    snprintf(path, sizeof(path), "%s/Asia", directory);
    CHECK(mkdir(path, 0700) == 0);
    for (size_t i = 0; i < COUNT_OF(absent); i++) {
        expect_refused(absent[i], "no such time zone");
    }
    rmdir(path);
    rmdir(directory);
    unsetenv("TZDIR");
    char longest[8192];
    memset(longest, 'a', sizeof(longest) - 1);
    longest[sizeof(longest) - 1] = '\0';
    expect_refused(longest, "no such time zone");
}

static void expect_converted(const struct zone *zone, const char *from, const char *to, int line)
{
    struct stamp stamp;
    char text[DATE_ROOM];
    const char *error = date_parse(str_of(from), DATE_ORDER_UNKNOWN, &stamp);
    unit_check(error == NULL, __FILE__, line, from);
    zone_convert(zone, &stamp);
    size_t n = date_format_stamp(&stamp, text);
    unit_check_str((struct str){text, n}, str_of(to), __FILE__, line);
}

static void test_convert(void)
{
    const char *error;
    struct zone *zone = zone_open("+08:00", &error);
    expect_converted(zone, "2024-01-05", "2024-01-05", __LINE__);
    expect_converted(zone, "2024-01-05 23:00", "2024-01-05T23:00:00", __LINE__);
    expect_converted(zone, "2024-12-31T16:00:00Z", "2025-01-01T00:00:00+08:00", __LINE__);
    expect_converted(zone, "2024-12-31T15:59:59.999Z", "2024-12-31T23:59:59.999+08:00", __LINE__);
    expect_converted(zone, "1969-12-31T15:59:59.5Z", "1969-12-31T23:59:59.5+08:00", __LINE__);
    expect_converted(zone, "2024-03-01T03:00:00+14:00", "2024-02-29T21:00:00+08:00", __LINE__);
    expect_converted(zone, "9999-12-31T23:00:00Z", "9999-12-31T23:00:00Z", __LINE__);
    zone_close(zone);
    zone = zone_open("-05:00", &error);
    expect_converted(zone, "2024-01-01T04:59:59Z", "2023-12-31T23:59:59-05:00", __LINE__);
    expect_converted(zone, "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", __LINE__);
    struct stamp none = {.day = DATE_NONE, .has_time = true, .has_zone = true};
    zone_convert(zone, &none);
    CHECK(none.day == DATE_NONE);
    zone_close(zone);
    zone_close(NULL);
}

int main(void)
{
    test_tables();
    test_versions();
    test_malformed();
    test_changed_fields();
    test_rules();
    test_next_change();
    test_bad_rules();
    test_open();
    test_convert();
    return unit_end();
}
