// SPDX-License-Identifier: MPL-2.0
//
// What a source's variables, periods and signs mean in this workbook: proposed from the file and the workbook, answered by a
// person, remembered in the sheet Import (import_sheet.hpp) and applied again to the next round's file.
//
//     ImportMapping mapping = propose_mapping(table, workbook, remembered, words);
//     for (const ImportQuestion& question : questions(mapping, table, workbook)) ...        // ask; set and confirm
//     mapping.confirm_all();                                                      // the person has seen the proposals
//     if (faults(mapping, table, workbook).empty()) apply(mapping, table, workbook, ...);   // import_rows.hpp
#pragma once

#include "catalogue/workbook.hpp"
#include "reference/import_table.hpp"
#include "reference/time_period.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trinvis::reference
{

enum class VariableUse
{
    unanswered,
    municipality,
    time,
    items, ///< its categories are items; at most one variable
    fixed  ///< one category counts, the others are passed over
};

/// "unanswered", "municipality", "time", "items", "fixed": ends of the text keys "import.use.…".
[[nodiscard]] std::string_view use_code(VariableUse use);

struct VariableChoice
{
    std::string variable; ///< code
    VariableUse use = VariableUse::unanswered;
    std::string category;   ///< of a fixed variable: its code
    bool confirmed = false; ///< a person has answered
};

/// A category of the items variable and the item it is; an empty item leaves the category out.
struct ItemChoice
{
    std::string category; ///< code; empty where no variable tells the items and the whole table is one item
    std::string item;
    double factor = 1;      ///< what the source's numbers are multiplied with: 1000 for "1.000 kr."
    bool confirmed = false; ///< a person has answered
};

/// A period of the source and the round it is; nothing leaves the period out.
struct PeriodChoice
{
    std::string period; ///< the category's code
    std::optional<Date> cut_off;
    bool confirmed = false;
};

/// What a sign means.
enum class SignMeaning
{
    unanswered,
    zero,
    not_reported,
    not_applicable,
    confidential,
    invalid,
    provisional,
    awaited,
    left_out ///< no row is written: as if the source had none
};

/// "unanswered", "zero", "not_reported" …: the ends of the text keys "import.sign.…".
[[nodiscard]] std::string_view sign_code(SignMeaning meaning);

struct SignChoice
{
    std::string sign; ///< as written; "" is an empty field
    SignMeaning meaning = SignMeaning::unanswered;
    bool confirmed = false;
};

struct ImportMapping
{
    std::string
        source; ///< what it is found again by: the table's id, else its title, else the file's name without digits
    std::vector<VariableChoice> variables;
    std::vector<ItemChoice> items;
    std::optional<PeriodDay> period_day; ///< which day of a period the numbers are about
    std::vector<PeriodChoice> periods;
    std::vector<SignChoice> signs;
    std::optional<DecimalMark> decimal_mark; ///< as it was answered
    std::string municipality_concept;        ///< empty is unknown
    std::string counting_unit;
    std::string age_base;
    bool concepts_confirmed = false; ///< a person was asked for the three
    std::string source_line;         ///< for the column Kilde of every row
    std::string licence;

    [[nodiscard]] const VariableChoice* variable(std::string_view code) const;
    [[nodiscard]] VariableChoice* variable(std::string_view code);
    /// The variable with a use; null when there is none.
    [[nodiscard]] const VariableChoice* with_use(VariableUse use) const;

    /// A person has seen every proposal and lets it stand. What is unanswered stays so.
    void confirm_all();
};

/// Something that a person is to answer. The text is "import.question." + code.
struct ImportQuestion
{
    std::string code;     ///< "variable", "item", "no-items", "period-day", "period", "sign", "concepts"
    std::string subject;  ///< the variable's, category's or period's code, or the sign
    std::string proposal; ///< in words of the workbook's language; empty where there is none
    Replacements values;

    [[nodiscard]] std::string text(const Texts& texts) const;
};

/// Every variable of a remembered source is the answer for its next file.
[[nodiscard]] std::string source_key(const ImportedTable& table);

/// Proposes a mapping. `remembered` are the mappings of the sheet Import: one of the same source answers everything that it
/// knows, also for the periods that follow (2023 → 31-03-2024 makes 2024 → 31-03-2025 where that is a round). Otherwise:
/// roles from the file; a total category for every other variable, where there is one; items by name and id; periods
/// whose day is a round of the workbook; meanings of the signs, all unconfirmed; concepts from the table's known facts or,
/// where all items agree, nothing. What does not follow from the file is left unanswered.
[[nodiscard]] ImportMapping propose_mapping(const ImportedTable& table, const Workbook& workbook,
                                            const std::vector<ImportMapping>& remembered, const Words& words);

/// The items that a variable's categories look like, one choice for each category: by id or name, also with a slip in it.
/// Without a variable (an empty code) one choice for the whole table.
[[nodiscard]] std::vector<ItemChoice> propose_items(const ImportedTable& table, std::string_view variable,
                                                    const Workbook& workbook);

/// The rounds that a time variable's periods are: those whose day is a round of the workbook. Without an answer which day
/// of a period is meant, the one of the two that is a round.
[[nodiscard]] std::vector<PeriodChoice> propose_periods(const ImportedTable& table, std::string_view variable,
                                                        std::optional<PeriodDay> day, const Workbook& workbook);

/// What is still to be answered or confirmed, in the order in which it should be asked.
[[nodiscard]] std::vector<ImportQuestion> questions(const ImportMapping& mapping, const ImportedTable& table,
                                                    const Workbook& workbook, const Words& words);

/// What contradicts itself or the file. Codes: "variable-missing" (the file has no such variable), "variable-unanswered",
/// "two-variables" (two with one use), "no-municipality", "no-time", "category-missing", "no-items", "item-unknown",
/// "item-twice" (two categories of one item: they are never summed), "factor", "period-unknown" (not read as a period),
/// "period-unanswered", "round-unknown" (the workbook has no such round), "round-twice" (two periods of one round),
/// "sign-unanswered", "concepts-unanswered", "not-confirmed" (an answer that no person has seen).
[[nodiscard]] std::vector<ImportFault> faults(const ImportMapping& mapping, const ImportedTable& table,
                                              const Workbook& workbook);

} // namespace trinvis::reference
