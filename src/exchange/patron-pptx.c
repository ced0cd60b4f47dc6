/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A presentation as PowerPoint has it: ECMA-376, a package of parts that
 * refer to each other by relations. */

#include "config.h"

#include "patron-pptx-private.h"
#include "patron-xml.h"

typedef struct
{
  const PatronDeck *deck;
  PatronPackage    *package;
  GString          *types;
  guint             n_charts;
} Writer;

#define SHEET_TYPE                                                            \
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define PRESENTATION_TYPE                                                     \
  "application/vnd.openxmlformats-officedocument.presentationml."

static void
add_type (Writer     *self,
          const char *part,
          const char *type)
{
  patron_xml_add (self->types, "<Override PartName=\"/%s\" ContentType=\"%s\"/>",
                  part, type);
}

static GString *
begin_relations (void)
{
  GString *xml = g_string_new (PATRON_XML_HEAD);

  g_string_append (xml, "<Relationships xmlns=\"http://schemas.openxmlformats."
                        "org/package/2006/relationships\">");
  return xml;
}

static void
add_relation (GString    *xml,
              guint       id,
              const char *kind,
              const char *target)
{
  patron_xml_add (xml,
                  "<Relationship Id=\"rId%u\" Type=\"" PATRON_PPTX_RELATIONS
                  "%s\" Target=\"%s\"/>",
                  id, kind, target);
}

static void
end_relations (Writer     *self,
               const char *name,
               GString    *xml)
{
  g_string_append (xml, "</Relationships>");
  patron_package_add_text (self->package, name, xml);
}

static gboolean
add_chart (Writer             *self,
           const PatronSlide  *slide,
           GError            **error)
{
  g_autoptr (PatronGrid) grid = patron_grid_new (slide->chart, slide->data);
  g_autoptr (GBytes) workbook
      = patron_grid_workbook (grid, slide->chart, error);
  guint number = ++self->n_charts;
  g_autofree char *part = g_strdup_printf ("ppt/charts/chart%u.xml", number);
  g_autofree char *relations
      = g_strdup_printf ("ppt/charts/_rels/chart%u.xml.rels", number);
  g_autofree char *sheet
      = g_strdup_printf ("ppt/embeddings/chart%u.xlsx", number);
  g_autofree char *target
      = g_strdup_printf ("../embeddings/chart%u.xlsx", number);
  GString *xml = begin_relations ();

  if (workbook == NULL)
    {
      g_string_free (xml, TRUE);
      return FALSE;
    }
  patron_package_add_text (self->package, part,
                           patron_pptx_chart (self->deck, slide, grid));
  add_type (self, part,
            "application/vnd.openxmlformats-officedocument.drawingml."
            "chart+xml");
  add_relation (xml, 1, "package", target);
  end_relations (self, relations, xml);
  patron_package_add (self->package, sheet, workbook);
  return TRUE;
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
  g_autofree char *png_part
      = g_strdup_printf ("ppt/media/picture%u.png", number);
  g_autofree char *svg_part
      = g_strdup_printf ("ppt/media/picture%u.svg", number);

  if (svg == NULL)
    return FALSE;
  patron_package_add (self->package, png_part, png);
  patron_package_add (self->package, svg_part, svg);
  return TRUE;
}

static void
add_notes (Writer            *self,
           const PatronSlide *slide,
           guint              number)
{
  g_autofree char *part
      = g_strdup_printf ("ppt/notesSlides/notesSlide%u.xml", number);
  g_autofree char *relations = g_strdup_printf (
      "ppt/notesSlides/_rels/notesSlide%u.xml.rels", number);
  g_autofree char *target = g_strdup_printf ("../slides/slide%u.xml", number);
  GString *xml = begin_relations ();

  patron_package_add_text (self->package, part, patron_pptx_notes (slide));
  add_type (self, part, PRESENTATION_TYPE "notesSlide+xml");
  add_relation (xml, 1, "notesMaster", "../notesMasters/notesMaster1.xml");
  add_relation (xml, 2, "slide", target);
  end_relations (self, relations, xml);
}

static gboolean
add_slide (Writer             *self,
           const PatronSlide  *slide,
           guint               number,
           GError            **error)
{
  g_autofree char *part = g_strdup_printf ("ppt/slides/slide%u.xml", number);
  g_autofree char *relations
      = g_strdup_printf ("ppt/slides/_rels/slide%u.xml.rels", number);
  g_autofree char *notes
      = g_strdup_printf ("../notesSlides/notesSlide%u.xml", number);
  GString *xml = begin_relations ();

  add_relation (xml, 1, "slideLayout",
                slide->kind == PATRON_SLIDE_COVER
                    ? "../slideLayouts/slideLayout1.xml"
                    : "../slideLayouts/slideLayout2.xml");
  if (slide->remarks != NULL)
    {
      add_relation (xml, 2, "notesSlide", notes);
      add_notes (self, slide, number);
    }
  if (slide->kind == PATRON_SLIDE_CHART)
    {
      g_autofree char *target
          = g_strdup_printf ("../charts/chart%u.xml", self->n_charts + 1);

      add_relation (xml, 3, "chart", target);
    }
  else if (slide->kind == PATRON_SLIDE_PICTURE)
    {
      g_autofree char *png
          = g_strdup_printf ("../media/picture%u.png", number);
      g_autofree char *svg
          = g_strdup_printf ("../media/picture%u.svg", number);

      add_relation (xml, 3, "image", png);
      add_relation (xml, 4, "image", svg);
    }
  end_relations (self, relations, xml);
  patron_package_add_text (self->package, part,
                           patron_pptx_slide (self->deck, slide, number));
  add_type (self, part, PRESENTATION_TYPE "slide+xml");
  if (slide->kind == PATRON_SLIDE_CHART)
    return add_chart (self, slide, error);
  return slide->kind != PATRON_SLIDE_PICTURE
         || add_picture (self, slide, number, error);
}

static void
add_presentation (Writer *self)
{
  guint n = self->deck->slides->len;
  GString *xml = g_string_new (PATRON_XML_HEAD);
  GString *relations = begin_relations ();

  g_string_append (xml, "<p:presentation" PATRON_PPTX_NAMESPACES
                        " saveSubsetFonts=\"1\"><p:sldMasterIdLst>"
                        "<p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
                        "</p:sldMasterIdLst><p:notesMasterIdLst>"
                        "<p:notesMasterId r:id=\"rId2\"/>"
                        "</p:notesMasterIdLst><p:sldIdLst>");
  add_relation (relations, 1, "slideMaster", "slideMasters/slideMaster1.xml");
  add_relation (relations, 2, "notesMaster", "notesMasters/notesMaster1.xml");
  add_relation (relations, 3, "theme", "theme/theme1.xml");
  add_relation (relations, 4, "presProps", "presProps.xml");
  add_relation (relations, 5, "viewProps", "viewProps.xml");
  add_relation (relations, 6, "tableStyles", "tableStyles.xml");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *target
          = g_strdup_printf ("slides/slide%u.xml", i + 1);

      g_string_append_printf (xml, "<p:sldId id=\"%u\" r:id=\"rId%u\"/>",
                              256 + i, 10 + i);
      add_relation (relations, 10 + i, "slide", target);
    }
  g_string_append_printf (xml,
                          "</p:sldIdLst><p:sldSz cx=\"%d\" cy=\"%d\"/>"
                          "<p:notesSz cx=\"6858000\" cy=\"9144000\"/>"
                          "</p:presentation>",
                          (int) PATRON_DECK_WIDTH * PATRON_PPTX_EMU,
                          (int) PATRON_DECK_HEIGHT * PATRON_PPTX_EMU);
  patron_package_add_text (self->package, "ppt/presentation.xml", xml);
  end_relations (self, "ppt/_rels/presentation.xml.rels", relations);
}

static void
add_small_part (Writer     *self,
                const char *part,
                const char *type,
                const char *markup)
{
  patron_package_add_text (self->package, part,
                           g_string_new (markup));
  add_type (self, part, type);
}

static void
add_properties (Writer *self)
{
  GString *core = g_string_new (PATRON_XML_HEAD);
  g_autofree char *title = patron_xml_text (self->deck->title);
  g_autofree char *author = patron_xml_text (self->deck->author);

  patron_xml_add (core,
                  "<cp:coreProperties xmlns:cp=\"http://schemas."
                  "openxmlformats.org/package/2006/metadata/core-properties\""
                  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                  "<dc:title>%s</dc:title><dc:creator>%s</dc:creator>"
                  "</cp:coreProperties>",
                  title, author);
  patron_package_add_text (self->package, "docProps/core.xml", core);
  add_type (self, "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml");
  add_small_part (self, "docProps/app.xml",
                  "application/vnd.openxmlformats-officedocument.extended-"
                  "properties+xml",
                  PATRON_XML_HEAD
                  "<Properties xmlns=\"http://schemas.openxmlformats.org/"
                  "officeDocument/2006/extended-properties\"><Application>"
                  "Patron</Application></Properties>");
  add_small_part (self, "ppt/presProps.xml",
                  PRESENTATION_TYPE "presProps+xml",
                  PATRON_XML_HEAD "<p:presentationPr" PATRON_PPTX_NAMESPACES
                                  "/>");
  add_small_part (self, "ppt/viewProps.xml",
                  PRESENTATION_TYPE "viewProps+xml",
                  PATRON_XML_HEAD "<p:viewPr" PATRON_PPTX_NAMESPACES "/>");
  add_small_part (self, "ppt/tableStyles.xml",
                  PRESENTATION_TYPE "tableStyles+xml",
                  PATRON_XML_HEAD
                  "<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/"
                  "drawingml/2006/main\" def=\"{5C22544A-7EE6-4342-B048-"
                  "85BDC9FD1C3A}\"/>");
}

static void
add_root_relations (Writer *self)
{
  GString *xml = begin_relations ();

  add_relation (xml, 1, "officeDocument", "ppt/presentation.xml");
  g_string_append (xml, "<Relationship Id=\"rId2\" Type=\"http://schemas."
                        "openxmlformats.org/package/2006/relationships/"
                        "metadata/core-properties\""
                        " Target=\"docProps/core.xml\"/>");
  add_relation (xml, 3, "extended-properties", "docProps/app.xml");
  end_relations (self, "_rels/.rels", xml);
}

static void
begin_types (Writer *self)
{
  static const char *const masters[][2] = {
    { "ppt/presentation.xml", PRESENTATION_TYPE "presentation.main+xml" },
    { "ppt/slideMasters/slideMaster1.xml",
      PRESENTATION_TYPE "slideMaster+xml" },
    { "ppt/slideLayouts/slideLayout1.xml",
      PRESENTATION_TYPE "slideLayout+xml" },
    { "ppt/slideLayouts/slideLayout2.xml",
      PRESENTATION_TYPE "slideLayout+xml" },
    { "ppt/notesMasters/notesMaster1.xml",
      PRESENTATION_TYPE "notesMaster+xml" },
    { "ppt/theme/theme1.xml",
      "application/vnd.openxmlformats-officedocument.theme+xml" },
    { "ppt/theme/theme2.xml",
      "application/vnd.openxmlformats-officedocument.theme+xml" },
  };

  self->types = g_string_new (
      PATRON_XML_HEAD
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
      "content-types\">"
      "<Default Extension=\"rels\" ContentType=\"application/vnd."
      "openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      "<Default Extension=\"png\" ContentType=\"image/png\"/>"
      "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
      "<Default Extension=\"xlsx\" ContentType=\"" SHEET_TYPE "\"/>");
  for (gsize i = 0; i < G_N_ELEMENTS (masters); i++)
    add_type (self, masters[i][0], masters[i][1]);
}

/* patron_deck_make_pptx:
 *
 * Returns: (transfer full) (nullable): the presentation as a .pptx file
 */
GBytes *
patron_deck_make_pptx (const PatronDeck  *self,
                       GCancellable      *cancellable,
                       GError           **error)
{
  g_autoptr (PatronPackage) package = patron_package_new ();
  Writer writer = { self, package, NULL, 0 };
  gboolean good = TRUE;

  begin_types (&writer);
  add_root_relations (&writer);
  add_properties (&writer);
  add_presentation (&writer);
  patron_pptx_add_masters (package, self);
  for (guint i = 0; good && i < self->slides->len; i++)
    good = !g_cancellable_set_error_if_cancelled (cancellable, error)
           && add_slide (&writer, patron_deck_get_slide (self, i), i + 1,
                         error);
  g_string_append (writer.types, "</Types>");
  patron_package_add_text (package, "[Content_Types].xml", writer.types);
  return good ? patron_package_finish (package, error) : NULL;
}
