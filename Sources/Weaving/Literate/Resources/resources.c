#include "LiterateResources.h"

#include <string.h>

// C of 2023 puts a file into an array; compilers know it before they are told that it is 2023.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char page_css[] = {
#embed "styles/page.css"
};
static const unsigned char navigation_css[] = {
#embed "styles/navigation.css"
};
static const unsigned char prose_css[] = {
#embed "styles/prose.css"
};
static const unsigned char code_css[] = {
#embed "styles/code.css"
};
static const unsigned char figures_css[] = {
#embed "styles/figures.css"
};
static const unsigned char narrow_css[] = {
#embed "styles/narrow.css"
};
static const unsigned char print_css[] = {
#embed "styles/print.css"
};
static const unsigned char onepage_css[] = {
#embed "styles/onepage.css"
};
static const unsigned char pagenumbers_js[] = {
#embed "scripts/pagenumbers.js"
};
static const unsigned char controls_js[] = {
#embed "scripts/controls.js"
};
static const unsigned char sliders_js[] = {
#embed "scripts/sliders.js"
};
static const unsigned char expressions_js[] = {
#embed "scripts/expressions.js"
};
static const unsigned char folds_js[] = {
#embed "scripts/folds.js"
};
static const unsigned char readout_js[] = {
#embed "scripts/readout.js"
};
static const unsigned char search_js[] = {
#embed "scripts/search.js"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} resources[] = {
    {"page.css", page_css, sizeof page_css},       {"navigation.css", navigation_css, sizeof navigation_css},
    {"prose.css", prose_css, sizeof prose_css},    {"code.css", code_css, sizeof code_css},
    {"figures.css", figures_css, sizeof figures_css}, {"narrow.css", narrow_css, sizeof narrow_css},
    {"onepage.css", onepage_css, sizeof onepage_css}, {"pagenumbers.js", pagenumbers_js, sizeof pagenumbers_js},
    {"print.css", print_css, sizeof print_css},    {"controls.js", controls_js, sizeof controls_js},
    {"sliders.js", sliders_js, sizeof sliders_js}, {"readout.js", readout_js, sizeof readout_js},
    {"search.js", search_js, sizeof search_js},    {"folds.js", folds_js, sizeof folds_js},
    {"expressions.js", expressions_js, sizeof expressions_js},
};

const char *literate_resource(const char *name, size_t *size) {
  for (size_t i = 0; i < sizeof resources / sizeof resources[0]; i++) {
    if (strcmp(resources[i].name, name) != 0) continue;
    *size = resources[i].size;
    return (const char *)resources[i].bytes;
  }
  return NULL;
}
