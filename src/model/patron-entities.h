/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-entity.h"

G_BEGIN_DECLS

extern const PatronEntity patron_asset_entity;
extern const PatronEntity patron_strategy_entity;
extern const PatronEntity patron_channel_entity;
extern const PatronEntity patron_segment_entity;
extern const PatronEntity patron_portrait_entity;
extern const PatronEntity patron_trait_entity;
extern const PatronEntity patron_scale_entity;
extern const PatronEntity patron_need_entity;
extern const PatronEntity patron_journey_entity;
extern const PatronEntity patron_stage_entity;
extern const PatronEntity patron_lane_entity;
extern const PatronEntity patron_kpi_entity;
extern const PatronEntity patron_card_entity;
extern const PatronEntity patron_hurdle_entity;
extern const PatronEntity patron_measurement_entity;
extern const PatronEntity patron_target_entity;
extern const PatronEntity patron_annotation_entity;
extern const PatronEntity patron_goal_entity;
extern const PatronEntity patron_check_in_entity;
extern const PatronEntity patron_action_entity;
extern const PatronEntity patron_review_entity;
extern const PatronEntity patron_question_entity;
extern const PatronEntity patron_answer_entity;
extern const PatronEntity patron_chart_entity;
extern const PatronEntity patron_slide_entity;
extern const PatronEntity patron_version_entity;
extern const PatronEntity patron_import_mapping_entity;

/* How sure a statement is, wherever one is made. */
extern const PatronChoice patron_evidence_levels[];

/* What the import of a table can be told: patron-import-mapping.c. */
extern const PatronChoice patron_date_orders[];
extern const PatronChoice patron_import_merges[];
extern const PatronChoice patron_import_periods[];
extern const PatronChoice patron_import_operators[];
extern const PatronChoice patron_import_heads[];

/* All of them, each after those that it refers to. */
extern const PatronEntity *const patron_entities[];
extern const guint patron_n_entities;

G_END_DECLS
