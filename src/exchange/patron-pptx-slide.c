/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A slide of PowerPoint: its texts as text boxes, its table as a table. */

#include "config.h"

#include <string.h>

#include "patron-pptx-private.h"
#include "patron-xml.h"

static int
emu (double px)
{
  return (int) (px * PATRON_PPTX_EMU + 0.5);
}

/* Hundredths of a point of a size in px. */
static int
type_size (double px)
{
  return (int) (px * 75 + 0.5);
}

static void
add_place (GString         *xml,
           const PatronBox *box,
           const char      *space)
{
  g_string_append_printf (xml,
                          "<%s:xfrm><a:off x=\"%d\" y=\"%d\"/>"
                          "<a:ext cx=\"%d\" cy=\"%d\"/></%s:xfrm>",
                          space, emu (box->x), emu (box->y),
                          emu (box->width), emu (box->height), space);
}

/* Lines that were ended by hand are ended so here, too. */
static void
add_run (GString      *xml,
         const char   *text,
         double        size,
         gboolean      bold,
         PatronColour  colour)
{
  g_autofree char *clean = patron_xml_text (text);
  g_autofree char *hex = patron_deck_colour (colour);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (xml, "<a:br/>");
      patron_xml_add (xml,
                      "<a:r><a:rPr lang=\"en-US\" sz=\"%d\" b=\"%d\""
                      " dirty=\"0\"><a:solidFill><a:srgbClr val=\"%s\"/>"
                      "</a:solidFill></a:rPr><a:t>%s</a:t></a:r>",
                      type_size (size), bold, hex, lines[i]);
    }
}

typedef struct
{
  const char *placeholder; /* (nullable): what the layout calls the box */
  const char *name;
  double      size;
  gboolean    bold;
  const char *anchor;      /* "t" or "b" */
  gboolean    at_right;    /* whether it is set to the right */
} Style;

static void
add_text_box (GString         *xml,
              int              id,
              const Style     *style,
              const PatronBox *box,
              const char      *text,
              PatronColour     colour)
{
  if (text == NULL)
    return;
  patron_xml_add (xml,
                  "<p:sp><p:nvSpPr><p:cNvPr id=\"%d\" name=\"%s\"/>",
                  id, style->name);
  if (style->placeholder != NULL)
    g_string_append_printf (xml,
                            "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
                            "<p:nvPr><p:ph %s/></p:nvPr></p:nvSpPr>",
                            style->placeholder);
  else
    g_string_append (xml, "<p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>");
  g_string_append (xml, "<p:spPr>");
  add_place (xml, box, "a");
  patron_xml_add (xml,
                  "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>"
                  "<p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\""
                  " bIns=\"0\" wrap=\"square\" anchor=\"%s\"><a:normAutofit/>"
                  "</a:bodyPr><a:lstStyle/><a:p><a:pPr algn=\"%s\""
                  " rtl=\"%d\"/>",
                  style->anchor, style->at_right ? "r" : "l",
                  patron_text_runs_from_right (text));
  add_run (xml, text, style->size, style->bold, colour);
  g_string_append (xml, "</a:p></p:txBody></p:sp>");
}

static void
add_picture (GString           *xml,
             const PatronSlide *slide)
{
  g_autofree char *words = patron_xml_text (slide->alt_text);

  patron_xml_add (xml,
                  "<p:pic><p:nvPicPr><p:cNvPr id=\"10\" name=\"Picture\""
                  " descr=\"%s\"/><p:cNvPicPr><a:picLocks"
                  " noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/>"
                  "</p:nvPicPr><p:blipFill><a:blip r:embed=\"rId3\"><a:extLst>"
                  "<a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"
                  "<asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/"
                  "office/drawing/2016/SVG/main\" r:embed=\"rId4\"/></a:ext>"
                  "</a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch>"
                  "</p:blipFill><p:spPr>",
                  words);
  add_place (xml, &slide->box, "a");
  g_string_append (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
                        "</p:spPr></p:pic>");
}

static void
add_chart (GString           *xml,
           const PatronSlide *slide)
{
  g_autofree char *words = patron_xml_text (slide->alt_text);

  patron_xml_add (xml,
                  "<p:graphicFrame><p:nvGraphicFramePr>"
                  "<p:cNvPr id=\"10\" name=\"Chart\" descr=\"%s\"/>"
                  "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>",
                  words);
  add_place (xml, &slide->box, "p");
  g_string_append (
      xml,
      "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/"
      "drawingml/2006/chart\"><c:chart xmlns:c=\"http://schemas."
      "openxmlformats.org/drawingml/2006/chart\" r:id=\"rId3\"/>"
      "</a:graphicData></a:graphic></p:graphicFrame>");
}

static void
add_rule (GString             *xml,
          guint                id,
          const PatronDeckLabel *rule)
{
  g_autofree char *hex = patron_deck_colour (rule->colour);

  patron_xml_add (xml,
                  "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"%u\" name=\"Event\"/>"
                  "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>",
                  id);
  add_place (xml, &rule->box, "a");
  patron_xml_add (xml,
                  "<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>"
                  "<a:ln w=\"%d\"><a:solidFill><a:srgbClr val=\"%s\"/>"
                  "</a:solidFill><a:prstDash val=\"sysDot\"/></a:ln>"
                  "</p:spPr></p:cxnSp>",
                  PATRON_PPTX_EMU, hex);
}

static void
add_labels (GString           *xml,
              const PatronDeck  *deck,
              const PatronSlide *slide)
{
  g_autoptr (PatronGrid) grid = patron_grid_new (slide->chart, slide->data);
  g_autoptr (GArray) labels = patron_deck_get_labels (slide, grid);

  for (guint i = 0; i < labels->len; i++)
    {
      const PatronDeckLabel *label
          = &g_array_index (labels, PatronDeckLabel, i);
      const Style style = { NULL, "Label", label->size, label->bold, "t",
                            label->at_right };

      if (label->text == NULL)
        add_rule (xml, 20 + i, label);
      else
        add_text_box (xml, (int) (20 + i), &style, &label->box,
                      label->text, label->colour);
    }
}

static void
add_edge (GString      *xml,
          const char   *edge,
          int           width,
          PatronColour  colour)
{
  g_autofree char *hex = patron_deck_colour (colour);

  if (width == 0)
    patron_xml_add (xml, "<a:%s w=\"0\"><a:noFill/></a:%s>", edge, edge);
  else
    patron_xml_add (xml,
                    "<a:%s w=\"%d\"><a:solidFill><a:srgbClr val=\"%s\"/>"
                    "</a:solidFill></a:%s>",
                    edge, width, hex, edge);
}

static void
add_row (GString            *xml,
         const PatronDeck   *deck,
         const PatronSlide  *slide,
         char              **cells,
         double              height,
         gboolean            head)
{
  g_string_append_printf (xml, "<a:tr h=\"%d\">", emu (height));
  for (guint i = 0; slide->columns[i] != NULL; i++)
    {
      patron_xml_add (xml,
                      "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>"
                      "<a:pPr algn=\"%s\" rtl=\"%d\"/>",
                      slide->numeric[i] != deck->theme.rtl ? "r" : "l",
                      patron_text_runs_from_right (cells[i]));
      add_run (xml, cells[i], PATRON_DECK_TABLE_SIZE, head,
               deck->theme.text);
      g_string_append_printf (xml,
                              "</a:p></a:txBody><a:tcPr marL=\"%d\""
                              " marR=\"%d\" marT=\"0\" marB=\"0\""
                              " anchor=\"ctr\">",
                              emu (12), emu (12));
      add_edge (xml, "lnL", 0, 0);
      add_edge (xml, "lnR", 0, 0);
      add_edge (xml, "lnT", 0, 0);
      add_edge (xml, "lnB", head ? 19050 : PATRON_PPTX_EMU,
                head ? deck->theme.axis : deck->theme.grid);
      g_string_append (xml, "<a:noFill/></a:tcPr></a:tc>");
    }
  g_string_append (xml, "</a:tr>");
}

static void
add_table (GString           *xml,
           const PatronDeck  *deck,
           const PatronSlide *slide)
{
  PatronBox box = slide->box;

  box.height = patron_deck_table_height (slide);
  g_string_append (xml, "<p:graphicFrame><p:nvGraphicFramePr>"
                        "<p:cNvPr id=\"10\" name=\"Table\"/>"
                        "<p:cNvGraphicFramePr><a:graphicFrameLocks"
                        " noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/>"
                        "</p:nvGraphicFramePr>");
  add_place (xml, &box, "p");
  g_string_append (xml, "<a:graphic><a:graphicData uri=\"http://schemas."
                        "openxmlformats.org/drawingml/2006/table\"><a:tbl>");
  g_string_append_printf (xml, "<a:tblPr rtl=\"%d\" firstRow=\"1\"/>"
                               "<a:tblGrid>", deck->theme.rtl);
  for (guint i = 0; slide->columns[i] != NULL; i++)
    g_string_append_printf (xml, "<a:gridCol w=\"%d\"/>",
                            emu (slide->widths[i]));
  g_string_append (xml, "</a:tblGrid>");
  add_row (xml, deck, slide, slide->columns, slide->row_height, TRUE);
  for (guint i = 0; i < slide->rows->len; i++)
    add_row (xml, deck, slide, g_ptr_array_index (slide->rows, i),
             slide->heights[i], FALSE);
  g_string_append (xml, "</a:tbl></a:graphicData></a:graphic>"
                        "</p:graphicFrame>");
}

static void
add_paragraphs (GString           *xml,
                const PatronDeck  *deck,
                const PatronSlide *slide)
{
  const char *start = deck->theme.rtl ? "r" : "l";

  g_string_append (xml, "<p:sp><p:nvSpPr><p:cNvPr id=\"10\" name=\"Text\"/>"
                        "<p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>"
                        "<p:spPr>");
  add_place (xml, &slide->box, "a");
  g_string_append (xml,
                   "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
                   "</p:spPr><p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\""
                   " rIns=\"0\" bIns=\"0\" wrap=\"square\" anchor=\"t\">"
                   "<a:normAutofit/></a:bodyPr><a:lstStyle/>");
  for (guint i = 0; i < slide->rows->len; i++)
    {
      char **paragraph = g_ptr_array_index (slide->rows, i);

      patron_xml_add (xml,
                      "<a:p><a:pPr algn=\"%s\" rtl=\"%d\"><a:spcBef><a:spcPts"
                      " val=\"%d\"/></a:spcBef></a:pPr>",
                      start, patron_text_runs_from_right (paragraph[0]),
                      i == 0 ? 0 : 1000);
      add_run (xml, paragraph[0], PATRON_DECK_HEADING_SIZE, TRUE,
               deck->theme.tones[PATRON_TONE_ACCENT]);
      patron_xml_add (xml, "</a:p><a:p><a:pPr algn=\"%s\" rtl=\"%d\"/>",
                      start, patron_text_runs_from_right (paragraph[1]));
      add_run (xml, paragraph[1], PATRON_DECK_TEXT_SIZE, FALSE,
               deck->theme.text);
      g_string_append (xml, "</a:p>");
    }
  g_string_append (xml, "</p:txBody></p:sp>");
}

static void
add_cover (GString           *xml,
           const PatronDeck  *deck,
           const PatronSlide *slide)
{
  const Style title = { "type=\"ctrTitle\"", "Title", slide->title_size, TRUE,
                        "t", deck->theme.rtl };
  const Style subtitle = { "type=\"subTitle\" idx=\"1\"", "Subtitle", 28, FALSE,
                           "t", deck->theme.rtl };
  const Style note = { NULL, "Date", 18, FALSE, "t", deck->theme.rtl };

  add_text_box (xml, 2, &title, &patron_deck_cover_title_box, slide->title,
                deck->theme.text);
  add_text_box (xml, 3, &subtitle, &patron_deck_cover_subtitle_box,
                slide->subtitle, deck->theme.dim);
  add_text_box (xml, 4, &note, &patron_deck_cover_note_box, slide->note,
                deck->theme.dim);
}

static void
add_content (GString           *xml,
             const PatronDeck  *deck,
             const PatronSlide *slide,
             guint              number)
{
  const Style title = { "type=\"title\"", "Title", slide->title_size, TRUE, "b",
                        deck->theme.rtl };
  const Style subtitle = { NULL, "Subtitle", PATRON_DECK_SUBTITLE_SIZE, FALSE,
                           "t", deck->theme.rtl };
  const Style note = { NULL, "Note", PATRON_DECK_NOTE_SIZE, FALSE, "t",
                       deck->theme.rtl };
  g_autofree char *hex = patron_deck_colour (deck->theme.dim);

  add_text_box (xml, 2, &title, &patron_deck_title_box, slide->title,
                deck->theme.text);
  add_text_box (xml, 3, &subtitle, &patron_deck_subtitle_box,
                slide->subtitle, deck->theme.dim);
  if (slide->kind == PATRON_SLIDE_TABLE)
    add_table (xml, deck, slide);
  else if (slide->kind == PATRON_SLIDE_TEXT)
    add_paragraphs (xml, deck, slide);
  else if (slide->kind == PATRON_SLIDE_CHART)
    {
      add_chart (xml, slide);
      add_labels (xml, deck, slide);
    }
  else
    add_picture (xml, slide);
  add_text_box (xml, 4, &note, &patron_deck_note_box, slide->note,
                deck->theme.dim);
  /* The number goes on counting when slides are moved. */
  patron_xml_add (xml,
                  "<p:sp><p:nvSpPr><p:cNvPr id=\"5\" name=\"Number\"/>"
                  "<p:cNvSpPr/><p:nvPr><p:ph type=\"sldNum\" sz=\"quarter\""
                  " idx=\"12\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody>"
                  "<a:bodyPr/><a:lstStyle/><a:p><a:fld"
                  " id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\""
                  " type=\"slidenum\"><a:rPr lang=\"en-US\" sz=\"%d\">"
                  "<a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill>"
                  "</a:rPr><a:t>%u</a:t></a:fld></a:p></p:txBody></p:sp>",
                  type_size (PATRON_DECK_NOTE_SIZE), hex, number);
}

/* patron_pptx_slide:
 * @number: of the slide, from 1
 *
 * Returns: (transfer full): the part of a slide
 */
GString *
patron_pptx_slide (const PatronDeck  *deck,
                   const PatronSlide *slide,
                   guint              number)
{
  GString *xml = g_string_new (PATRON_XML_HEAD);

  g_string_append (xml, "<p:sld" PATRON_PPTX_NAMESPACES "><p:cSld><p:spTree>"
                        "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>"
                        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>");
  if (slide->kind == PATRON_SLIDE_COVER)
    add_cover (xml, deck, slide);
  else
    add_content (xml, deck, slide, number);
  g_string_append (xml, "</p:spTree></p:cSld><p:clrMapOvr>"
                        "<a:masterClrMapping/></p:clrMapOvr></p:sld>");
  return xml;
}

/* patron_pptx_notes:
 *
 * Returns: (transfer full): the part with what is said beside a slide
 */
GString *
patron_pptx_notes (const PatronSlide *slide)
{
  GString *xml = g_string_new (PATRON_XML_HEAD);
  g_autofree char *clean = patron_xml_text (slide->remarks);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  g_string_append (xml, "<p:notes" PATRON_PPTX_NAMESPACES "><p:cSld>"
                        "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>"
                        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
                        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/>"
                        "<p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\""
                        " noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr>"
                        "<p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr>"
                        "<p:spPr/></p:sp>"
                        "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/>"
                        "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
                        "<p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr>"
                        "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
                        "<a:lstStyle/>");
  for (guint i = 0; lines[i] != NULL; i++)
    patron_xml_add (xml, "<a:p><a:r><a:rPr lang=\"en-US\"/><a:t>%s</a:t>"
                         "</a:r></a:p>", lines[i]);
  g_string_append (xml, "</p:txBody></p:sp></p:spTree></p:cSld>"
                        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
                        "</p:notes>");
  return xml;
}
