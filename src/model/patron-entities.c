/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

const PatronChoice patron_evidence_levels[] = {
  { "observed", NC_("choice", "Observed") },
  { "assumed", NC_("choice", "Assumed") },
  { "proposed", NC_("choice", "Proposed") },
  { NULL },
};

const PatronEntity *const patron_entities[] = {
  &patron_asset_entity,
  &patron_strategy_entity,
  &patron_channel_entity,
  &patron_segment_entity,
  &patron_portrait_entity,
  &patron_trait_entity,
  &patron_scale_entity,
  &patron_need_entity,
  &patron_journey_entity,
  &patron_stage_entity,
  &patron_lane_entity,
  &patron_kpi_entity,
  &patron_card_entity,
  &patron_hurdle_entity,
  &patron_measurement_entity,
  &patron_target_entity,
  &patron_annotation_entity,
  &patron_goal_entity,
  &patron_check_in_entity,
  &patron_action_entity,
  &patron_review_entity,
  &patron_question_entity,
  &patron_answer_entity,
  &patron_chart_entity,
  &patron_slide_entity,
  &patron_version_entity,
  &patron_import_mapping_entity,
};

const guint patron_n_entities = G_N_ELEMENTS (patron_entities);
