/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* The master, the layouts and the theme of a presentation. They carry the
 * strategy's colours, so that slides added by hand look alike. */

#include "config.h"

#include "patron-pptx-private.h"
#include "patron-xml.h"

static void
add_colour (GString      *xml,
            const char   *name,
            PatronColour  colour)
{
  g_autofree char *hex = patron_deck_colour (colour);

  patron_xml_add (xml, "<a:%s><a:srgbClr val=\"%s\"/></a:%s>", name, hex,
                  name);
}

static GString *
make_theme (const PatronDeck *deck)
{
  static const char *const accents[]
      = { "accent1", "accent2", "accent3", "accent4", "accent5", "accent6" };
  GString *xml = g_string_new (PATRON_XML_HEAD);
  g_autofree char *font = patron_xml_text (deck->font);

  g_string_append (xml, "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/"
                        "drawingml/2006/main\" name=\"Patron\">"
                        "<a:themeElements><a:clrScheme name=\"Patron\">");
  add_colour (xml, "dk1", deck->theme.text);
  add_colour (xml, "lt1", deck->theme.background);
  add_colour (xml, "dk2", deck->theme.dim);
  add_colour (xml, "lt2", deck->theme.surface);
  for (gsize i = 0; i < G_N_ELEMENTS (accents); i++)
    add_colour (xml, accents[i], patron_theme_series (&deck->theme, (int) i));
  add_colour (xml, "hlink", deck->theme.tones[PATRON_TONE_ACCENT]);
  add_colour (xml, "folHlink", deck->theme.dim);
  patron_xml_add (
      xml,
      "</a:clrScheme><a:fontScheme name=\"Patron\"><a:majorFont>"
      "<a:latin typeface=\"%s\"/><a:ea typeface=\"\"/>"
      "<a:cs typeface=\"\"/></a:majorFont><a:minorFont>"
      "<a:latin typeface=\"%s\"/><a:ea typeface=\"\"/>"
      "<a:cs typeface=\"\"/></a:minorFont></a:fontScheme>",
      font, font);
  g_string_append (
      xml,
      "<a:fmtScheme name=\"Patron\"><a:fillStyleLst>"
      "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
      "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
      "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
      "</a:fillStyleLst><a:lnStyleLst>"
      "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/>"
      "</a:solidFill></a:ln><a:ln w=\"19050\"><a:solidFill>"
      "<a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"
      "<a:ln w=\"28575\"><a:solidFill><a:schemeClr val=\"phClr\"/>"
      "</a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst>"
      "<a:effectStyle><a:effectLst/></a:effectStyle>"
      "<a:effectStyle><a:effectLst/></a:effectStyle>"
      "<a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>"
      "<a:bgFillStyleLst>"
      "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
      "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
      "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
      "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>");
  return xml;
}

static void
add_placeholder (GString         *xml,
                 int              id,
                 const char      *name,
                 const char      *kind,
                 const PatronBox *box,
                 const char      *prompt,
                 double           size,
                 gboolean         bold,
                 const char      *align)
{
  patron_xml_add (xml,
                  "<p:sp><p:nvSpPr><p:cNvPr id=\"%d\" name=\"%s\"/><p:cNvSpPr>"
                  "<a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>",
                  id, name);
  g_string_append_printf (xml, "<p:ph %s/>", kind);
  patron_xml_add (xml,
                  "</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
                  "<a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/>"
                  "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
                  "</p:spPr><p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\""
                  " rIns=\"0\" bIns=\"0\" anchor=\"%s\"><a:normAutofit/>"
                  "</a:bodyPr><a:lstStyle><a:lvl1pPr algn=\"%s\">"
                  "<a:defRPr sz=\"%d\" b=\"%d\"/></a:lvl1pPr></a:lstStyle>",
                  (int) (box->x * PATRON_PPTX_EMU),
                  (int) (box->y * PATRON_PPTX_EMU),
                  (int) (box->width * PATRON_PPTX_EMU),
                  (int) (box->height * PATRON_PPTX_EMU),
                  box == &patron_deck_title_box ? "b" : "t", align,
                  (int) (size * 75), bold);
  if (prompt != NULL)
    patron_xml_add (xml, "<a:p><a:r><a:rPr lang=\"en-US\"/><a:t>%s</a:t>"
                         "</a:r></a:p>", prompt);
  else
    g_string_append (xml,
                     "<a:p><a:fld id=\"{B6F15528-21DE-4FAA-801E-"
                     "634DDDAF4B2B}\" type=\"slidenum\">"
                     "<a:rPr lang=\"en-US\"/><a:t>1</a:t></a:fld></a:p>");
  g_string_append (xml, "</p:txBody></p:sp>");
}

static void
begin_tree (GString *xml)
{
  g_string_append (xml, "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>"
                        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>");
}

static void
add_number_box (GString *xml)
{
  add_placeholder (xml, 9, "Number", "type=\"sldNum\" sz=\"quarter\""
                   " idx=\"12\"", &patron_deck_number_box, NULL,
                   PATRON_DECK_NOTE_SIZE, FALSE, "r");
}

static void
add_level (GString    *xml,
           const char *list,
           double      size,
           gboolean    bold)
{
  patron_xml_add (xml,
                  "<p:%s><a:lvl1pPr algn=\"l\"><a:buNone/>"
                  "<a:defRPr sz=\"%d\" b=\"%d\"><a:solidFill>"
                  "<a:schemeClr val=\"tx1\"/></a:solidFill>"
                  "<a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr>"
                  "</p:%s>",
                  list, (int) (size * 75), bold, list);
}

static GString *
make_master (void)
{
  GString *xml = g_string_new (PATRON_XML_HEAD);

  g_string_append (xml, "<p:sldMaster" PATRON_PPTX_NAMESPACES "><p:cSld>"
                        "<p:bg><p:bgPr><a:solidFill><a:schemeClr"
                        " val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr>"
                        "</p:bg>");
  begin_tree (xml);
  add_placeholder (xml, 2, "Title", "type=\"title\"", &patron_deck_title_box,
                   "Title", PATRON_DECK_TITLE_SIZE, TRUE, "l");
  add_placeholder (xml, 3, "Text", "type=\"body\" idx=\"1\"",
                   &patron_deck_body_box, "Text", PATRON_DECK_SUBTITLE_SIZE,
                   FALSE, "l");
  add_number_box (xml);
  g_string_append (xml, "</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\""
                        " bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\""
                        " accent2=\"accent2\" accent3=\"accent3\""
                        " accent4=\"accent4\" accent5=\"accent5\""
                        " accent6=\"accent6\" hlink=\"hlink\""
                        " folHlink=\"folHlink\"/><p:sldLayoutIdLst>"
                        "<p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/>"
                        "<p:sldLayoutId id=\"2147483650\" r:id=\"rId2\"/>"
                        "</p:sldLayoutIdLst><p:txStyles>");
  add_level (xml, "titleStyle", PATRON_DECK_TITLE_SIZE, TRUE);
  add_level (xml, "bodyStyle", PATRON_DECK_SUBTITLE_SIZE, FALSE);
  add_level (xml, "otherStyle", PATRON_DECK_SUBTITLE_SIZE, FALSE);
  g_string_append (xml, "</p:txStyles></p:sldMaster>");
  return xml;
}

static GString *
make_layout (gboolean          cover,
             const PatronDeck *deck)
{
  GString *xml = g_string_new (PATRON_XML_HEAD);

  patron_xml_add (xml,
                  "<p:sldLayout" PATRON_PPTX_NAMESPACES " type=\"%s\""
                  " preserve=\"1\"><p:cSld name=\"%s\">",
                  cover ? "title" : "titleOnly",
                  cover ? "Cover" : "Title and Figure");
  begin_tree (xml);
  if (cover)
    {
      g_autofree char *hex
          = patron_deck_colour (patron_theme_series (&deck->theme, 0));

      patron_xml_add (xml,
                      "<p:sp><p:nvSpPr><p:cNvPr id=\"8\" name=\"Bar\"/>"
                      "<p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr>"
                      "<p:spPr><a:xfrm><a:off x=\"%d\" y=\"%d\"/>"
                      "<a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm>"
                      "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
                      "<a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill>"
                      "<a:ln><a:noFill/></a:ln></p:spPr><p:txBody>"
                      "<a:bodyPr/><a:lstStyle/><a:p>"
                      "<a:endParaRPr lang=\"en-US\"/></a:p></p:txBody></p:sp>",
                      (deck->theme.rtl ? (int) PATRON_DECK_WIDTH - 192 : 96)
                          * PATRON_PPTX_EMU,
                      196 * PATRON_PPTX_EMU,
                      96 * PATRON_PPTX_EMU, 8 * PATRON_PPTX_EMU, hex);
      add_placeholder (xml, 2, "Title", "type=\"ctrTitle\"",
                       &patron_deck_cover_title_box, "Title", 60, TRUE, "l");
      add_placeholder (xml, 3, "Subtitle", "type=\"subTitle\" idx=\"1\"",
                       &patron_deck_cover_subtitle_box, "Subtitle", 28, FALSE,
                       "l");
    }
  else
    {
      add_placeholder (xml, 2, "Title", "type=\"title\"",
                       &patron_deck_title_box, "Title",
                       PATRON_DECK_TITLE_SIZE, TRUE, "l");
      add_number_box (xml);
    }
  g_string_append (xml, "</p:spTree></p:cSld><p:clrMapOvr>"
                        "<a:masterClrMapping/></p:clrMapOvr></p:sldLayout>");
  return xml;
}

static GString *
make_notes_master (void)
{
  static const PatronBox picture = { 66, 40, 588, 330 };
  static const PatronBox body = { 66, 400, 588, 480 };
  GString *xml = g_string_new (PATRON_XML_HEAD);

  g_string_append (xml, "<p:notesMaster" PATRON_PPTX_NAMESPACES "><p:cSld>"
                        "<p:bg><p:bgPr><a:solidFill><a:schemeClr"
                        " val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr>"
                        "</p:bg>");
  begin_tree (xml);
  g_string_append_printf (
      xml,
      "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr>"
      "<a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>"
      "<p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr>"
      "<a:xfrm><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/>"
      "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>"
      "</p:sp>",
      (int) picture.x * PATRON_PPTX_EMU, (int) picture.y * PATRON_PPTX_EMU,
      (int) picture.width * PATRON_PPTX_EMU,
      (int) picture.height * PATRON_PPTX_EMU);
  add_placeholder (xml, 3, "Notes", "type=\"body\" sz=\"quarter\" idx=\"3\"",
                   &body, "Notes", 16, FALSE, "l");
  g_string_append (xml, "</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\""
                        " bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\""
                        " accent2=\"accent2\" accent3=\"accent3\""
                        " accent4=\"accent4\" accent5=\"accent5\""
                        " accent6=\"accent6\" hlink=\"hlink\""
                        " folHlink=\"folHlink\"/></p:notesMaster>");
  return xml;
}

static void
add_relations (PatronPackage *package,
               const char    *name,
               const char    *first,
               const char    *first_target,
               const char    *second,
               const char    *second_target,
               const char    *third,
               const char    *third_target)
{
  const char *const kinds[] = { first, second, third };
  const char *const targets[] = { first_target, second_target, third_target };
  GString *xml = g_string_new (PATRON_XML_HEAD);

  g_string_append (xml, "<Relationships xmlns=\"http://schemas.openxmlformats."
                        "org/package/2006/relationships\">");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] != NULL)
      patron_xml_add (xml,
                      "<Relationship Id=\"rId%u\" Type=\""
                      PATRON_PPTX_RELATIONS "%s\" Target=\"%s\"/>",
                      i + 1, kinds[i], targets[i]);
  g_string_append (xml, "</Relationships>");
  patron_package_add_text (package, name, xml);
}

/* patron_pptx_add_masters:
 *
 * Adds the parts that all slides rest on.
 */
void
patron_pptx_add_masters (PatronPackage    *package,
                         const PatronDeck *deck)
{
  static const char *const layouts[]
      = { "ppt/slideLayouts/slideLayout1.xml",
          "ppt/slideLayouts/slideLayout2.xml" };
  static const char *const relations[]
      = { "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
          "ppt/slideLayouts/_rels/slideLayout2.xml.rels" };

  patron_package_add_text (package, "ppt/theme/theme1.xml", make_theme (deck));
  patron_package_add_text (package, "ppt/theme/theme2.xml", make_theme (deck));
  patron_package_add_text (package, "ppt/slideMasters/slideMaster1.xml",
                           make_master ());
  add_relations (package, "ppt/slideMasters/_rels/slideMaster1.xml.rels",
                 "slideLayout", "../slideLayouts/slideLayout1.xml",
                 "slideLayout", "../slideLayouts/slideLayout2.xml", "theme",
                 "../theme/theme1.xml");
  for (int i = 0; i < 2; i++)
    {
      patron_package_add_text (package, layouts[i],
                               make_layout (i == 0, deck));
      add_relations (package, relations[i], "slideMaster",
                     "../slideMasters/slideMaster1.xml", NULL, NULL, NULL,
                     NULL);
    }
  patron_package_add_text (package, "ppt/notesMasters/notesMaster1.xml",
                           make_notes_master ());
  add_relations (package, "ppt/notesMasters/_rels/notesMaster1.xml.rels",
                 "theme", "../theme/theme2.xml", NULL, NULL, NULL, NULL);
}
