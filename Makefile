# crmutils. `make help` lists the targets.
.DELETE_ON_ERROR:
.SUFFIXES:

PREFIX  ?= /usr/local
DESTDIR ?=
CC      ?= cc
OPT     ?= -O2 -g
WARN    := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wvla -Wno-psabi -Werror
B       ?= build
Q       := $(if $(V),,@)# V=1 shows the compiler's lines

override CFLAGS   += -std=gnu11 $(OPT) $(WARN) $(SANITIZE)
override CPPFLAGS += -D_GNU_SOURCE -Ilib
LINK    = $(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o %.a,$^) -Wl,--as-needed $(LIBS)
LIBS    = -lcsv -lgsl -lgslcblas -ljansson -lsqlite3 -lutf8proc -lz -lm

LIB_SRC  := $(wildcard lib/*/*.c)
CMD_SRC  := $(wildcard cmd/crm-*.c)
UNIT_SRC := $(wildcard tests/unit/*_test.c)
GEN_SRC  := $(wildcard samples/*.c)

LIB_OBJ  := $(LIB_SRC:%.c=$(B)/%.o)
COMMANDS := $(CMD_SRC:cmd/%.c=$(B)/bin/%)
UNITS    := $(UNIT_SRC:tests/unit/%.c=$(B)/unit/%)
MAN      := $(wildcard man/*.[157])

all: $(COMMANDS)

# Everything is compiled after the packages that it needs are there.
$(B)/.deps:
	@mkdir -p $(@D)
	@sh tests/deps
	@touch $@

deps:
	@sh tests/deps

$(B)/%.o: %.c | $(B)/.deps
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/tests/unit/%.o $(B)/tests/bench/%.o: override CPPFLAGS += -Itests/unit
$(B)/samples/%.o: override CPPFLAGS += -Isamples
$(B)/cmd/%.o: override CPPFLAGS += -Icmd

$(B)/libcrm.a: $(LIB_OBJ)
	@rm -f $@
	$(Q)ar rcs $@ $^

# A command is cmd/crm-X.c, and what it needs besides in cmd/crm-X/.
.SECONDEXPANSION:
$(B)/bin/%: $(B)/cmd/%.o $$(addprefix $(B)/,$$(addsuffix .o,$$(basename $$(wildcard cmd/$$*/*.c)))) $(B)/libcrm.a
	@mkdir -p $(@D)
	$(Q)$(LINK)

$(B)/unit/%: $(B)/tests/unit/%.o $(B)/libcrm.a
	@mkdir -p $(@D)
	$(Q)$(LINK)

$(B)/bench/%: $(B)/tests/bench/%.o $(B)/libcrm.a
	@mkdir -p $(@D)
	$(Q)$(LINK)

$(B)/generate: $(GEN_SRC:%.c=$(B)/%.o) $(B)/libcrm.a
	$(Q)$(LINK)

demo: all
	@BIN=$(B)/bin OUT=$(B)/demo sh samples/demo.sh

check: all $(UNITS) $(B)/generate
	@B=$(B) sh tests/run

# What takes longer: sanitizers, the other compiler, the portable scanner, long property tests.
check-all: check
	$(MAKE) asan
	command -v clang >/dev/null && $(MAKE) B=build/clang CC=clang all
	$(MAKE) B=build/portable CPPFLAGS=-DCRM_PORTABLE build/portable/unit/csvscan_test
	build/portable/unit/csvscan_test
	$(MAKE) B=build/sse2 CPPFLAGS=-DCRM_SSE2 build/sse2/unit/csvscan_test
	build/sse2/unit/csvscan_test
	B=$(B) LONG=1 sh tests/run

# What lives as long as the run is not freed: leaks are not looked for.
asan:
	ASAN_OPTIONS=detect_leaks=0 $(MAKE) B=build/asan OPT='-O1 -g' \
		SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all' check

# A report, not a test: see tests/bench/run for what it may be told.
bench: all $(patsubst tests/bench/%.c,$(B)/bench/%,$(wildcard tests/bench/*.c))
	@sh tests/bench/run

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(foreach s,1 5 7,$(DESTDIR)$(PREFIX)/share/man/man$(s))
	install -m 755 $(COMMANDS) $(DESTDIR)$(PREFIX)/bin
	for m in $(MAN); do \
		install -m 644 $$m $(DESTDIR)$(PREFIX)/share/man/man$${m##*.} || exit 1; done

uninstall:
	rm -f $(COMMANDS:$(B)/bin/%=$(DESTDIR)$(PREFIX)/bin/%)
	for m in $(MAN); do rm -f $(DESTDIR)$(PREFIX)/share/man/man$${m##*.}/$${m#man/}; done

clean:
	rm -rf build

format:
	clang-format -i $(wildcard cmd/*.c cmd/*/*.[ch] lib/*/*.[ch] tests/unit/*.[ch] samples/*.[ch])

lint:
	mandoc -T lint -W warning $(MAN)
	cppcheck --quiet --std=c11 --enable=warning,portability --inline-suppr -Ilib lib cmd

help:
	@echo 'all check check-all asan bench demo deps install uninstall clean format lint'

.PHONY: all deps demo check check-all asan bench install uninstall clean format lint help
.SECONDARY:

-include $(wildcard $(B)/*/*.d $(B)/*/*/*.d)
