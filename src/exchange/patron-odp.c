/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A presentation as OpenDocument has it: OpenDocument 1.2. */

#include "config.h"

#include <string.h>

#include "patron-odp-private.h"
#include "patron-xml.h"

#define DASH                                                                  \
  "<draw:stroke-dash draw:name=\"dash\" draw:style=\"rect\""                 \
  " draw:dots1=\"1\" draw:dots1-length=\"0.18cm\" draw:distance=\"0.12cm\"/>" \
  "<draw:stroke-dash draw:name=\"dots\" draw:style=\"rect\""                 \
  " draw:dots1=\"1\" draw:dots1-length=\"0.05cm\" draw:distance=\"0.08cm\"/>"
#define BOX_STYLE(name, align)                                                \
  "<style:style style:name=\"" name "\" style:family=\"presentation\">"       \
  "<style:graphic-properties draw:stroke=\"none\" draw:fill=\"none\""         \
  " fo:padding-top=\"0cm\" fo:padding-bottom=\"0cm\""                         \
  " fo:padding-left=\"0cm\" fo:padding-right=\"0cm\""                         \
  " draw:auto-grow-height=\"false\" draw:fit-to-size=\"shrink-to-fit\""      \
  " draw:textarea-vertical-align=\"" align "\"/></style:style>"
#define MEDIA_TYPE "application/vnd.oasis.opendocument.presentation"

typedef struct
{
  const PatronDeck *deck;
  PatronPackage    *package;
  GString          *manifest;
  GString          *styles; /* of tables, which are per slide */
  GString          *body;
} Writer;

/* patron_odp_length:
 *
 * Returns: (transfer full): a length in px as OpenDocument writes it
 */
char *
patron_odp_length (double px)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strconcat (g_ascii_formatd (buffer, sizeof buffer, "%.3f",
                                       px * 2.54 / 96),
                      "cm", NULL);
}

static void
add_manifest (Writer     *self,
              const char *path,
              const char *type)
{
  patron_xml_add (self->manifest,
                  "<manifest:file-entry manifest:full-path=\"%s\""
                  " manifest:media-type=\"%s\"/>",
                  path, type);
}

static void
add_frame (GString         *xml,
           const PatronBox *box,
           const char      *attributes)
{
  g_autofree char *x = patron_odp_length (box->x);
  g_autofree char *y = patron_odp_length (box->y);
  g_autofree char *width = patron_odp_length (box->width);
  g_autofree char *height = patron_odp_length (box->height);

  g_string_append_printf (xml,
                          "<draw:frame svg:x=\"%s\" svg:y=\"%s\""
                          " svg:width=\"%s\" svg:height=\"%s\" %s>",
                          x, y, width, height, attributes);
}

/* Lines that were ended by hand are ended so here, too. */
static void
add_paragraph (GString    *xml,
               const char *style,
               const char *text)
{
  g_autofree char *clean = patron_xml_text (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  patron_xml_add (xml, "<text:p text:style-name=\"%s\">", style);
  for (guint i = 0; lines[i] != NULL; i++)
    patron_xml_add (xml, i > 0 ? "<text:line-break/>%s" : "%s", lines[i]);
  g_string_append (xml, "</text:p>");
}

static void
add_text (GString         *xml,
          const PatronBox *box,
          const char      *attributes,
          const char      *style,
          const char      *text)
{
  if (text == NULL)
    return;
  add_frame (xml, box, attributes);
  g_string_append (xml, "<draw:text-box>");
  add_paragraph (xml, style, text);
  g_string_append (xml, "</draw:text-box></draw:frame>");
}

static gboolean
add_picture (Writer             *self,
             const PatronSlide  *slide,
             guint               number,
             GError            **error)
{
  g_autoptr (GBytes) png = patron_deck_draw_png (slide, error);
  g_autoptr (GBytes) svg
      = png != NULL ? patron_deck_draw_svg (slide, error) : NULL;
  g_autofree char *png_part = g_strdup_printf ("Pictures/%u.png", number);
  g_autofree char *svg_part = g_strdup_printf ("Pictures/%u.svg", number);
  g_autofree char *words = patron_xml_text (slide->alt_text);

  if (svg == NULL)
    return FALSE;
  patron_package_add (self->package, svg_part, svg);
  patron_package_add (self->package, png_part, png);
  add_manifest (self, svg_part, "image/svg+xml");
  add_manifest (self, png_part, "image/png");
  add_frame (self->body, &slide->box, "draw:style-name=\"plain\"");
  patron_xml_add (self->body,
                  "<draw:image xlink:href=\"%s\" xlink:type=\"simple\""
                  " draw:mime-type=\"image/svg+xml\"/>"
                  "<draw:image xlink:href=\"%s\" xlink:type=\"simple\""
                  " draw:mime-type=\"image/png\"/><svg:desc>%s</svg:desc>"
                  "</draw:frame>",
                  svg_part, png_part, words);
  return TRUE;
}

static void
add_paragraph_style (const Writer *self,
                     GString      *xml,
                     const char   *name,
                     double        size,
                     gboolean      bold,
                     const char   *align,
                     PatronColour  colour)
{
  g_autofree char *font = patron_xml_text (self->deck->font);
  g_autofree char *hex = patron_deck_colour (colour);

  patron_xml_add (xml,
                  "<style:style style:name=\"%s\" style:family=\"paragraph\">"
                  "<style:paragraph-properties fo:text-align=\"%s\""
                  " fo:margin-top=\"%s\"/>"
                  "<style:text-properties fo:font-family=\"%s\""
                  " fo:font-size=\"%dpt\" fo:font-weight=\"%s\""
                  " fo:color=\"#%s\"/></style:style>",
                  name, align, size == PATRON_DECK_HEADING_SIZE ? "10pt" : "0pt",
                  font, (int) (size * 0.75 + 0.5),
                  bold ? "bold" : "normal", hex);
}

static void
add_rule (Writer                *self,
          const PatronDeckLabel *rule)
{
  g_autofree char *x1 = patron_odp_length (rule->box.x);
  g_autofree char *y1 = patron_odp_length (rule->box.y);
  g_autofree char *x2 = patron_odp_length (rule->box.x + rule->box.width);
  g_autofree char *y2 = patron_odp_length (rule->box.y + rule->box.height);

  patron_xml_add (self->body,
                  "<draw:line draw:style-name=\"rule\" svg:x1=\"%s\""
                  " svg:y1=\"%s\" svg:x2=\"%s\" svg:y2=\"%s\"/>",
                  x1, y1, x2, y2);
}

/* What a chart that can be edited has no place for lies on it. */
static void
add_labels (Writer            *self,
            const PatronSlide *slide,
            const PatronGrid  *grid,
            guint              number)
{
  g_autoptr (GArray) labels = patron_deck_get_labels (slide, grid);

  for (guint i = 0; i < labels->len; i++)
    {
      const PatronDeckLabel *label
          = &g_array_index (labels, PatronDeckLabel, i);
      g_autofree char *style = g_strdup_printf ("label%u-%u", number, i);

      if (label->text == NULL)
        {
          add_rule (self, label);
          continue;
        }
      add_paragraph_style (self, self->styles, style, label->size,
                           label->bold, label->at_right ? "right" : "left",
                           label->colour);
      add_text (self->body, &label->box, "draw:style-name=\"plain\"", style,
                label->text);
    }
}

static void
add_chart (Writer            *self,
           const PatronSlide *slide,
           guint              number)
{
  g_autoptr (PatronGrid) grid = patron_grid_new (slide->chart, slide->data);
  g_autofree char *folder = g_strdup_printf ("Chart %u/", number);
  g_autofree char *part = g_strdup_printf ("Chart %u/content.xml", number);
  g_autofree char *styles = g_strdup_printf ("Chart %u/styles.xml", number);
  g_autofree char *words = patron_xml_text (slide->alt_text);
  GString *dashes = g_string_new (PATRON_XML_HEAD);

  g_string_append (dashes, "<office:document-styles" PATRON_ODP_NAMESPACES
                           "><office:styles>" DASH
                           "</office:styles></office:document-styles>");
  patron_package_add_text (self->package, styles, dashes);
  add_manifest (self, styles, "text/xml");
  patron_package_add_text (self->package, part,
                           patron_odp_chart (self->deck, slide, grid));
  add_manifest (self, folder,
                "application/vnd.oasis.opendocument.chart");
  add_manifest (self, part, "text/xml");
  add_frame (self->body, &slide->box, "draw:style-name=\"plain\"");
  patron_xml_add (self->body,
                  "<draw:object xlink:href=\"./Chart %u\""
                  " xlink:type=\"simple\" xlink:show=\"embed\""
                  " xlink:actuate=\"onLoad\"/><svg:desc>%s</svg:desc>"
                  "</draw:frame>",
                  number, words);
  add_labels (self, slide, grid, number);
}

static void
add_cells (GString            *xml,
           const PatronSlide  *slide,
           char              **cells,
           double              height,
           gboolean            head)
{
  patron_xml_add (xml, "<table:table-row table:style-name=\"%s\">",
                  height > slide->row_height ? "high-row" : "row");
  for (guint i = 0; slide->columns[i] != NULL; i++)
    {
      g_autofree char *clean = patron_xml_text (cells[i]);

      patron_xml_add (xml,
                      "<table:table-cell table:style-name=\"%s\">"
                      "<text:p text:style-name=\"%s\">%s</text:p>"
                      "</table:table-cell>",
                      head ? "head-cell" : "cell",
                      slide->numeric[i] ? (head ? "head-right" : "cell-right")
                      : head            ? "head-left"
                                        : "cell-left",
                      clean);
    }
  g_string_append (xml, "</table:table-row>");
}

static void
add_table (Writer            *self,
           const PatronSlide *slide,
           guint              number)
{
  PatronBox box = slide->box;

  box.height = patron_deck_table_height (slide);
  for (guint i = 0; slide->columns[i] != NULL; i++)
    {
      g_autofree char *width = patron_odp_length (slide->widths[i]);

      patron_xml_add (self->styles,
                      "<style:style style:name=\"column%u-%u\""
                      " style:family=\"table-column\">"
                      "<style:table-column-properties"
                      " style:column-width=\"%s\"/></style:style>",
                      number, i, width);
    }
  add_frame (self->body, &box, "draw:style-name=\"plain\"");
  g_string_append (self->body, "<table:table table:use-first-row-styles="
                               "\"true\">");
  for (guint i = 0; slide->columns[i] != NULL; i++)
    patron_xml_add (self->body,
                    "<table:table-column table:style-name=\"column%u-%u\"/>",
                    number, i);
  add_cells (self->body, slide, slide->columns, slide->row_height, TRUE);
  for (guint i = 0; i < slide->rows->len; i++)
    add_cells (self->body, slide, g_ptr_array_index (slide->rows, i),
               slide->heights[i], FALSE);
  g_string_append (self->body, "</table:table></draw:frame>");
}

static void
add_paragraphs (Writer            *self,
                const PatronSlide *slide)
{
  add_frame (self->body, &slide->box, "draw:style-name=\"plain\"");
  g_string_append (self->body, "<draw:text-box>");
  for (guint i = 0; i < slide->rows->len; i++)
    {
      char **paragraph = g_ptr_array_index (slide->rows, i);

      add_paragraph (self->body, "heading", paragraph[0]);
      add_paragraph (self->body, "text", paragraph[1]);
    }
  g_string_append (self->body, "</draw:text-box></draw:frame>");
}

static void
add_notes (Writer            *self,
           const PatronSlide *slide)
{
  static const PatronBox box = { 66, 520, 660, 460 };
  g_autofree char *clean = NULL;
  g_auto (GStrv) lines = NULL;

  if (slide->remarks == NULL)
    return;
  clean = patron_xml_text (slide->remarks);
  lines = g_strsplit (clean, "\n", -1);
  g_string_append (self->body, "<presentation:notes>");
  add_frame (self->body, &box, "presentation:class=\"notes\"");
  g_string_append (self->body, "<draw:text-box>");
  for (guint i = 0; lines[i] != NULL; i++)
    patron_xml_add (self->body, "<text:p>%s</text:p>", lines[i]);
  g_string_append (self->body,
                   "</draw:text-box></draw:frame></presentation:notes>");
}

static gboolean
add_slide (Writer             *self,
           const PatronSlide  *slide,
           guint               number,
           GError            **error)
{
  gboolean cover = slide->kind == PATRON_SLIDE_COVER;
  gboolean good = TRUE;
  g_autofree char *style = g_strdup_printf ("title%u", number);

  /* A long title is set smaller, as the frame was painted. */
  add_paragraph_style (self, self->styles, style, slide->title_size, TRUE,
                       self->deck->theme.rtl ? "end" : "start",
                       self->deck->theme.text);
  patron_xml_add (self->body,
                  "<draw:page draw:name=\"%u\" draw:style-name=\"page\""
                  " draw:master-page-name=\"%s\">",
                  number, cover ? "Cover" : "Figure");
  add_text (self->body,
            cover ? &patron_deck_cover_title_box : &patron_deck_title_box,
            cover ? "presentation:class=\"title\""
                    " presentation:style-name=\"cover-box\""
                  : "presentation:class=\"title\""
                    " presentation:style-name=\"title-box\"",
            style,
            slide->title);
  add_text (self->body,
            cover ? &patron_deck_cover_subtitle_box : &patron_deck_subtitle_box,
            cover ? "presentation:class=\"subtitle\""
                    " presentation:style-name=\"cover-box\""
                  : "draw:style-name=\"plain\"",
            cover ? "cover-subtitle" : "subtitle", slide->subtitle);
  if (slide->kind == PATRON_SLIDE_CHART)
    add_chart (self, slide, number);
  else if (slide->kind == PATRON_SLIDE_TABLE)
    add_table (self, slide, number);
  else if (slide->kind == PATRON_SLIDE_TEXT)
    add_paragraphs (self, slide);
  else if (slide->kind == PATRON_SLIDE_PICTURE)
    good = add_picture (self, slide, number, error);
  add_text (self->body,
            cover ? &patron_deck_cover_note_box : &patron_deck_note_box,
            "draw:style-name=\"plain\"", cover ? "cover-note" : "note",
            slide->note);
  if (!cover)
    {
      add_frame (self->body, &patron_deck_number_box,
                 "draw:style-name=\"plain\"");
      patron_xml_add (self->body,
                      "<draw:text-box><text:p text:style-name=\"number\">"
                      "<text:page-number>%u</text:page-number></text:p>"
                      "</draw:text-box></draw:frame>",
                      number);
    }
  add_notes (self, slide);
  g_string_append (self->body, "</draw:page>");
  return good;
}

/* Styles of pages and texts, which masters and slides share. */
static void
add_common_styles (const Writer *self,
                   GString      *xml)
{
  const PatronTheme *theme = &self->deck->theme;
  const char *start = theme->rtl ? "end" : "start";
  g_autofree char *low = patron_odp_length (PATRON_DECK_ROW_HEIGHT);
  g_autofree char *high = patron_odp_length (PATRON_DECK_HIGH_ROW_HEIGHT);
  g_autofree char *paper = patron_deck_colour (theme->background);
  g_autofree char *line = patron_deck_colour (theme->grid);
  g_autofree char *head = patron_deck_colour (theme->axis);

  patron_xml_add (xml,
                  "<style:style style:name=\"page\""
                  " style:family=\"drawing-page\">"
                  "<style:drawing-page-properties draw:fill=\"solid\""
                  " draw:fill-color=\"#%s\""
                  " presentation:display-page-number=\"false\"/></style:style>"
                  "<style:style style:name=\"plain\""
                  " style:family=\"graphic\"><style:graphic-properties"
                  " draw:stroke=\"none\" draw:fill=\"none\""
                  " fo:padding-top=\"0cm\" fo:padding-bottom=\"0cm\""
                  " fo:padding-left=\"0cm\" fo:padding-right=\"0cm\""
                  " draw:auto-grow-height=\"false\""
                  " draw:textarea-vertical-align=\"top\"/></style:style>"
                  "<style:style style:name=\"rule\""
                  " style:family=\"graphic\"><style:graphic-properties"
                  " draw:stroke=\"dash\" draw:stroke-dash=\"dots\""
                  " svg:stroke-width=\"0.025cm\" svg:stroke-color=\"#%s\"/>"
                  "</style:style>"
                  BOX_STYLE ("title-box", "bottom")
                  BOX_STYLE ("cover-box", "top")
                  "<style:style style:name=\"row\" style:family=\"table-row\">"
                  "<style:table-row-properties style:row-height=\"%s\"/>"
                  "</style:style><style:style style:name=\"high-row\""
                  " style:family=\"table-row\"><style:table-row-properties"
                  " style:row-height=\"%s\"/></style:style>",
                  paper, head, low, high);
  patron_xml_add (xml,
                  "<style:style style:name=\"cell\""
                  " style:family=\"table-cell\"><style:graphic-properties"
                  " draw:fill=\"none\" draw:textarea-vertical-align=\"middle\""
                  " fo:padding-left=\"0.3cm\" fo:padding-right=\"0.3cm\"/>"
                  "<style:paragraph-properties"
                  " fo:border-bottom=\"0.5pt solid #%s\""
                  " fo:border-top=\"none\" fo:border-left=\"none\""
                  " fo:border-right=\"none\"/></style:style>"
                  "<style:style style:name=\"head-cell\""
                  " style:family=\"table-cell\"><style:graphic-properties"
                  " draw:fill=\"none\" draw:textarea-vertical-align=\"middle\""
                  " fo:padding-left=\"0.3cm\" fo:padding-right=\"0.3cm\"/>"
                  "<style:paragraph-properties"
                  " fo:border-bottom=\"1.5pt solid #%s\""
                  " fo:border-top=\"none\" fo:border-left=\"none\""
                  " fo:border-right=\"none\"/></style:style>",
                  line, head);
  add_paragraph_style (self, xml, "subtitle", PATRON_DECK_SUBTITLE_SIZE, FALSE,
                       start, theme->dim);
  add_paragraph_style (self, xml, "note", PATRON_DECK_NOTE_SIZE, FALSE, start,
                       theme->dim);
  add_paragraph_style (self, xml, "number", PATRON_DECK_NOTE_SIZE, FALSE, "end",
                       theme->dim);
  add_paragraph_style (self, xml, "heading", PATRON_DECK_HEADING_SIZE, TRUE, start,
                       theme->tones[PATRON_TONE_ACCENT]);
  add_paragraph_style (self, xml, "text", PATRON_DECK_TEXT_SIZE, FALSE, start,
                       theme->text);
  add_paragraph_style (self, xml, "cover-subtitle", 28, FALSE, start, theme->dim);
  add_paragraph_style (self, xml, "cover-note", 18, FALSE, start, theme->dim);
  add_paragraph_style (self, xml, "head-left", PATRON_DECK_TABLE_SIZE, TRUE, start,
                       theme->text);
  add_paragraph_style (self, xml, "head-right", PATRON_DECK_TABLE_SIZE, TRUE, "end",
                       theme->text);
  add_paragraph_style (self, xml, "cell-left", PATRON_DECK_TABLE_SIZE, FALSE, start,
                       theme->text);
  add_paragraph_style (self, xml, "cell-right", PATRON_DECK_TABLE_SIZE, FALSE,
                       "end", theme->text);
}

static void
add_master (const Writer *self,
            GString      *xml,
            const char   *name,
            gboolean      cover)
{
  patron_xml_add (xml,
                  "<style:master-page style:name=\"%s\""
                  " style:page-layout-name=\"slide\""
                  " draw:style-name=\"page\">",
                  name);
  if (cover)
    {
      g_autofree char *x = patron_odp_length (
          self->deck->theme.rtl ? PATRON_DECK_WIDTH - 192 : 96);
      g_autofree char *y = patron_odp_length (196);
      g_autofree char *width = patron_odp_length (96);
      g_autofree char *height = patron_odp_length (8);

      patron_xml_add (xml,
                      "<draw:rect draw:style-name=\"bar\" svg:x=\"%s\""
                      " svg:y=\"%s\" svg:width=\"%s\" svg:height=\"%s\"/>",
                      x, y, width, height);
    }
  g_string_append (xml, "</style:master-page>");
}

static void
add_styles_part (Writer *self)
{
  GString *xml = g_string_new (PATRON_XML_HEAD);
  g_autofree char *width = patron_odp_length (PATRON_DECK_WIDTH);
  g_autofree char *height = patron_odp_length (PATRON_DECK_HEIGHT);
  g_autofree char *bar
      = patron_deck_colour (patron_theme_series (&self->deck->theme, 0));

  g_string_append (xml, "<office:document-styles" PATRON_ODP_NAMESPACES ">"
                        "<office:styles>" DASH "</office:styles>"
                        "<office:automatic-styles>");
  patron_xml_add (xml,
                  "<style:page-layout style:name=\"slide\">"
                  "<style:page-layout-properties fo:page-width=\"%s\""
                  " fo:page-height=\"%s\" fo:margin=\"0cm\""
                  " style:print-orientation=\"landscape\"/>"
                  "</style:page-layout><style:style style:name=\"bar\""
                  " style:family=\"graphic\"><style:graphic-properties"
                  " draw:stroke=\"none\" draw:fill=\"solid\""
                  " draw:fill-color=\"#%s\"/></style:style>",
                  width, height, bar);
  add_common_styles (self, xml);
  g_string_append (xml, "</office:automatic-styles><office:master-styles>");
  add_master (self, xml, "Cover", TRUE);
  add_master (self, xml, "Figure", FALSE);
  g_string_append (xml, "</office:master-styles></office:document-styles>");
  patron_package_add_text (self->package, "styles.xml", xml);
  add_manifest (self, "styles.xml", "text/xml");
}

static void
add_content_part (Writer *self)
{
  GString *xml = g_string_new (PATRON_XML_HEAD);

  g_string_append (xml, "<office:document-content" PATRON_ODP_NAMESPACES
                        "><office:automatic-styles>");
  add_common_styles (self, xml);
  g_string_append_len (xml, self->styles->str, (gssize) self->styles->len);
  g_string_append (xml, "</office:automatic-styles><office:body>"
                        "<office:presentation>");
  g_string_append_len (xml, self->body->str, (gssize) self->body->len);
  g_string_append (xml, "</office:presentation></office:body>"
                        "</office:document-content>");
  patron_package_add_text (self->package, "content.xml", xml);
  add_manifest (self, "content.xml", "text/xml");
}

static void
add_meta_part (Writer *self)
{
  GString *xml = g_string_new (PATRON_XML_HEAD);
  g_autofree char *title = patron_xml_text (self->deck->title);
  g_autofree char *author = patron_xml_text (self->deck->author);

  patron_xml_add (xml,
                  "<office:document-meta" PATRON_ODP_NAMESPACES ">"
                  "<office:meta><meta:generator>Patron</meta:generator>"
                  "<dc:title>%s</dc:title><meta:initial-creator>%s"
                  "</meta:initial-creator></office:meta>"
                  "</office:document-meta>",
                  title, author);
  patron_package_add_text (self->package, "meta.xml", xml);
  add_manifest (self, "meta.xml", "text/xml");
}

/* patron_deck_make_odp:
 *
 * Returns: (transfer full) (nullable): the presentation as an .odp file
 */
GBytes *
patron_deck_make_odp (const PatronDeck  *self,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_autoptr (PatronPackage) package = patron_package_new ();
  g_autoptr (GString) styles = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  Writer writer = { self, package, g_string_new (PATRON_XML_HEAD), styles,
                    body };
  gboolean good = TRUE;

  /* It must be the first part, and readable without unpacking. */
  patron_package_add_stored (package, "mimetype", MEDIA_TYPE);
  g_string_append (writer.manifest,
                   "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:"
                   "opendocument:xmlns:manifest:1.0\""
                   " manifest:version=\"1.2\">");
  add_manifest (&writer, "/", MEDIA_TYPE);
  for (guint i = 0; good && i < self->slides->len; i++)
    good = !g_cancellable_set_error_if_cancelled (cancellable, error)
           && add_slide (&writer, patron_deck_get_slide (self, i), i + 1,
                         error);
  add_content_part (&writer);
  add_styles_part (&writer);
  add_meta_part (&writer);
  g_string_append (writer.manifest, "</manifest:manifest>");
  patron_package_add_text (package, "META-INF/manifest.xml", writer.manifest);
  return good ? patron_package_finish (package, error) : NULL;
}
