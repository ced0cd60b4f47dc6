/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-journey-grid.h"
#include "patron-journey-editor.h"
#include "patron-journey-layer.h"
#include "patron-journey-pool.h"
#include "patron-theme.h"

G_BEGIN_DECLS

/* Below this only titles can be read, so only titles are shown. */
#define PATRON_JOURNEY_COMPACT_ZOOM 0.7
#define PATRON_JOURNEY_MIN_ZOOM 0.3
#define PATRON_JOURNEY_MAX_ZOOM 2.5

/* A widget that stands for a place now. */
typedef struct
{
  PatronJourneyPlace place;
  GtkWidget         *widget;
} PatronJourneyShown;

/* The label of a phase, above the stages from @first to before @end. */
typedef struct
{
  GtkWidget *widget;
  int        first;
  int        end;
} PatronJourneyBand;

struct _PatronJourneyGrid
{
  GtkWidget            parent_instance;

  PatronJourneyMap    *map;     /* (owned) */
  PatronRecord        *journey; /* (unowned) (nullable): shown last */
  PatronJourneyLayout *layout;  /* (owned) */
  PatronJourneyMetrics metrics;
  PatronTheme          theme;
  GHashTable          *heights; /* (owned) record -> height of its card */
  gboolean             measured_compact;
  int                  band_height;
  int                  header_height;
  int                  lane_width;
  double               zoom;
  gboolean             stale;   /* whether the layout has to be made again */
  gboolean             settling; /* adjustments are being set by the map */
  int                  laid_width; /* that the layout was made for */
  double               scroll_x; /* from the first stage, on the screen */
  double               scroll_y;

  GtkAdjustment       *hadjustment; /* (owned) (nullable) */
  GtkAdjustment       *vadjustment; /* (owned) (nullable) */
  guint                hpolicy : 1;
  guint                vpolicy : 1;

  GtkWidget           *body;
  GtkWidget           *top;
  GtkWidget           *side;
  GtkWidget           *corner;
  GtkWidget           *curve;
  GtkWidget           *curve_title;
  GtkWidget           *add_stage;
  GtkWidget           *add_lane;
  GtkWidget           *sample_card;  /* never seen: for fonts and heights */
  GtkWidget           *sample_stage;
  GtkWidget           *sample_lane;
  PatronJourneyPool   *cards;  /* (owned) record -> PatronJourneyCard */
  PatronJourneyPool   *slots;  /* (owned) cell + 1 -> button */
  PatronJourneyPool   *stages; /* (owned) record -> PatronJourneyHeader */
  PatronJourneyPool   *lanes;  /* (owned) record -> PatronJourneyHeader */
  PatronJourneyPool   *phases; /* (owned) first stage + 1 -> label */
  GArray              *shown;  /* (owned) (element-type PatronJourneyShown) */
  GArray              *bands;  /* (owned) (element-type PatronJourneyBand) */

  PatronJourneyPlace   cursor; /* where the focus is, or will come to */
  PatronRecord        *cursor_record; /* (owned) (nullable): what is there */
  PatronRecord        *selected;      /* (owned) (nullable) */
  gboolean             revealing; /* scroll to the cursor when laid out */

  GtkWidget           *editor; /* (nullable) */
  PatronJourneyPlace   edited;
  PatronRecord        *edited_record; /* (owned) (nullable) */

  GtkWidget           *menu;   /* (nullable): the context menu */
  PatronRecord        *dragged; /* (owned) (nullable) */
  PatronJourneyPlace   drop;   /* where it would go */
  PatronJourneyRect    drop_mark;
  guint                drag_scroll; /* a tick callback */
  gint64               drag_time;   /* of its last frame */
  double               pointer_x;
  double               pointer_y;
  double               drag_x;
  double               drag_y;
};

/* patron-journey-grid.c */
void     patron_journey_grid_invalidate     (PatronJourneyGrid        *self);
void     patron_journey_grid_report         (PatronJourneyGrid        *self,
                                             const GError             *error);
gboolean patron_journey_grid_is_read_only   (PatronJourneyGrid        *self);

/* patron-journey-grid-measure.c: sizes */
void     patron_journey_grid_relayout       (PatronJourneyGrid        *self);
gboolean patron_journey_grid_is_compact     (PatronJourneyGrid        *self);
int      patron_journey_grid_get_side       (PatronJourneyGrid        *self);
int      patron_journey_grid_get_top        (PatronJourneyGrid        *self);

/* patron-journey-grid-place.c: the widgets there */
void     patron_journey_grid_realise        (PatronJourneyGrid        *self,
                                             gboolean                  refill);
void     patron_journey_grid_allocate       (PatronJourneyGrid        *self);
void     patron_journey_grid_allocate_layer (GtkWidget                *layer,
                                             gpointer                  user_data);
void     patron_journey_grid_queue          (PatronJourneyGrid        *self);

/* patron-journey-grid-scroll.c */
void     patron_journey_grid_settle         (PatronJourneyGrid        *self);
void     patron_journey_grid_scroll_to      (PatronJourneyGrid        *self,
                                             const PatronJourneyPlace *place);
void     patron_journey_grid_to_map         (PatronJourneyGrid        *self,
                                             double                    x,
                                             double                    y,
                                             double                   *map_x,
                                             double                   *map_y);

/* patron-journey-grid-cursor.c: focus and selection */
GtkWidget *patron_journey_grid_get_widget   (PatronJourneyGrid        *self,
                                             const PatronJourneyPlace *place);
gboolean patron_journey_grid_find_place     (PatronJourneyGrid        *self,
                                             GtkWidget                *widget,
                                             PatronJourneyPlace       *place);
void     patron_journey_grid_set_cursor     (PatronJourneyGrid        *self,
                                             const PatronJourneyPlace *place,
                                             gboolean                  focus);
void     patron_journey_grid_keep_cursor    (PatronJourneyGrid        *self);
void     patron_journey_grid_walk           (PatronJourneyGrid        *self,
                                             PatronJourneyStep         step);

/* patron-journey-grid-edit.c: in place */
void     patron_journey_grid_edit           (PatronJourneyGrid        *self,
                                             const PatronJourneyPlace *place);
int      patron_journey_grid_measure_editor (PatronJourneyGrid        *self);
void     patron_journey_grid_drop_editor    (PatronJourneyGrid        *self);

/* patron-journey-grid-actions.c */
void     patron_journey_grid_install_actions (GtkWidgetClass          *klass);
void     patron_journey_grid_move_card      (PatronJourneyGrid        *self,
                                             PatronRecord             *card,
                                             const PatronJourneyPlace *to);
void     patron_journey_grid_move_header    (PatronJourneyGrid        *self,
                                             PatronRecord             *record,
                                             int                       to);

/* patron-journey-grid-keys.c */
void     patron_journey_grid_install_keys   (GtkWidgetClass           *klass);
void     patron_journey_grid_add_typing     (PatronJourneyGrid        *self);

/* patron-journey-grid-pointer.c: click, drag and drop, zoom by scrolling */
void     patron_journey_grid_add_pointer    (PatronJourneyGrid        *self);

/* patron-journey-grid-draw.c */
void     patron_journey_grid_draw_layer     (GtkWidget                *layer,
                                             GtkSnapshot              *snapshot,
                                             gboolean                  above,
                                             gpointer                  user_data);

/* patron-journey-grid-children.c */
void     patron_journey_grid_make_children  (PatronJourneyGrid        *self);

/* patron-journey-grid-menu.c */
GMenu   *patron_journey_grid_make_lane_menu (void);
void     patron_journey_grid_popup_menu     (PatronJourneyGrid        *self,
                                             const PatronJourneyPlace *place);

G_END_DECLS
