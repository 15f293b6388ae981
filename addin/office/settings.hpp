// SPDX-License-Identifier: MPL-2.0
//
// What a person, or the municipality for all of them, has chosen under Tools ▸ Options ▸ Nøgletal: the schema with its
// defaults stands in package/Settings.xcs. Nothing is kept here between two uses, so a change works at once.
//
//     const Settings settings = read_settings(context);
//     wish.language = settings.workbook_language.value_or(interface_language(context));
//
// A value that is none of those the schema names (a file of another version, a hand that slipped) is as if it were not
// there: the default stands. An office that does not know the schema has all the defaults.
#pragma once

#include "benchmark/group_settings.hpp"
#include "catalogue/sharing.hpp"
#include "office/uno.hpp"
#include "reference/statbank_api.hpp"
#include "texts/texts.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis::office
{

struct Settings
{
    std::string municipality = {};                              ///< code that a new workbook proposes; empty for none
    std::optional<Language> workbook_language = std::nullopt;   ///< of new workbooks; nothing: as the menus
    GroupKind comparison_group = GroupKind::municipality_group; ///< the main group of new workbooks
    Weighting group_level = Weighting::ratio_of_sums;           ///< a group's level in new workbooks
    int small_number_threshold = sharing_thresholds.front();    ///< in new workbooks; one of sharing_thresholds
    bool live_validation = true;
    std::string template_folder = {}; ///< URL without a slash at its end; empty for none
    std::string statbank_address{reference::statbank_address};

    bool operator==(const Settings&) const = default;
};

/// The names of the settings in the schema, in the order of the page.
inline constexpr std::array<std::string_view, 8> setting_names{
    "Municipality",         "WorkbookLanguage", "ComparisonGroup", "GroupLevel",
    "SmallNumberThreshold", "LiveValidation",   "TemplateFolder",  "StatBankAddress"};

/// The settings as they stand now. Never throws for what stands in them.
[[nodiscard]] Settings read_settings(const Context& context);

/// Keeps what differs from what stands there; what the municipality has locked stays as it is. Values that cannot be
/// (an address that is none) are kept as well: reading them gives the default. Throws css::uno::Exception when the
/// office cannot write its profile.
void write_settings(const Context& context, const Settings& settings);

/// The names of the settings that a file of the municipality has locked (oor:finalized).
[[nodiscard]] std::vector<std::string_view> locked_settings(const Context& context);

/// True while the practice workbook was not offered yet and may be: also false where the municipality has locked the
/// choice, since that it was offered could not be remembered.
[[nodiscard]] bool practice_offer_wanted(const Context& context);

/// Remembers that the practice workbook was offered. Throws css::uno::Exception when the office cannot write its profile.
void keep_practice_offered(const Context& context);

/// True when a workbook is to be validated while it is filled in.
[[nodiscard]] bool live_validation_wanted(const Context& context);

} // namespace trinvis::office
