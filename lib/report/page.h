/*
 * page.h - a doc as one self-contained HTML file: no script, nothing fetched, light and dark, for a
 * screen, a phone and A4.
 */
#ifndef CRM_PAGE_H
#define CRM_PAGE_H

#include "report/doc.h"

void page_write(const struct doc *doc, struct sink *sink);

#endif
