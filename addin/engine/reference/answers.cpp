// SPDX-License-Identifier: MPL-2.0
#include "reference/answers.hpp"

#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trinvis::reference
{

namespace
{

constexpr std::array sign_meanings{SignMeaning::zero,         SignMeaning::not_reported, SignMeaning::not_applicable,
                                   SignMeaning::confidential, SignMeaning::invalid,      SignMeaning::provisional,
                                   SignMeaning::awaited,      SignMeaning::left_out};
constexpr std::string_view fixed_prefix = "fixed:";

using Options = std::vector<AnswerOption>;

std::string text_of(const Options& options, std::string_view value)
{
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const AnswerOption& option) { return option.value == value; });
    return found == options.end() ? std::string(value) : found->text;
}

/// "10 Døgninstitution", or the text alone where it is its own code.
std::string code_and_text(const std::string& code, const std::string& text)
{
    if (code.empty() || text.empty() || code == text)
        return text.empty() ? code : text;
    return code + " " + text;
}

Options item_options(const Workbook& workbook, const Texts& texts)
{
    Options options{{"", texts.get("answers.left_out")}};
    std::set<std::string> seen;
    for (const EntryLine& line : workbook.lines)
        if (!line.id.empty() && seen.insert(folded(line.id)).second)
            options.push_back({line.id, line.name.empty() ? line.id : line.name + " (" + line.id + ")"});
    return options;
}

Options round_options(const Workbook& workbook, const Texts& texts)
{
    Options options{{"", texts.get("answers.left_out")}};
    std::set<std::string> seen;
    for (const Round& round : workbook.rounds)
        if (round.date && seen.insert(iso_date(*round.date)).second)
            options.push_back({iso_date(*round.date), format_date(*round.date, texts.language())});
    return options;
}

Options sign_options(const Texts& texts)
{
    Options options;
    options.reserve(sign_meanings.size());
    for (const SignMeaning meaning : sign_meanings)
        options.push_back(
            {std::string(sign_code(meaning)), texts.get("import.sign." + std::string(sign_code(meaning)))});
    return options;
}

/// The words that the workbook's own figures use for a column of Katalog.
Options definition_options(const Workbook& workbook, std::string_view column, const Texts& texts)
{
    Options options{{"", texts.get("answers.unknown")}};
    std::set<std::string> seen;
    for (const Figure& figure : workbook.figures)
        if (const auto text = figure.definition.find(column); text != figure.definition.end())
            if (const std::string word(trimmed(text->second)); !word.empty() && seen.insert(folded(word)).second)
                options.push_back({word, word});
    return options;
}

Options variable_options(const Variable& variable, const Texts& texts)
{
    Options options;
    for (const VariableUse use : {VariableUse::municipality, VariableUse::time, VariableUse::items})
        options.push_back({std::string(use_code(use)), texts.get("import.use." + std::string(use_code(use)))});
    for (const Category& category : variable.categories)
        options.push_back({std::string(fixed_prefix) + category.code,
                           texts.format("answers.only", {{"category", code_and_text(category.code, category.text)}})});
    return options;
}

Answer made(AnswerTopic topic, std::string name, std::string in_file, std::string value, Options options,
            bool must_be_answered)
{
    Answer answer;
    answer.topic = topic;
    answer.name = std::move(name);
    answer.in_file = std::move(in_file);
    answer.shown = text_of(options, value);
    answer.open = must_be_answered && value.empty();
    answer.value = std::move(value);
    answer.options = std::move(options);
    return answer;
}

Answer sign_answer(const SignChoice& choice, std::size_t count, const Options& options, const Texts& texts)
{
    const std::string sign = choice.sign.empty() ? texts.get("answers.empty_field") : choice.sign;
    return made(AnswerTopic::signs, "sign:" + choice.sign,
                count > 0 ? texts.format("answers.sign", {{"sign", sign}, {"n", std::to_string(count)}}) : sign,
                choice.meaning == SignMeaning::unanswered ? std::string{} : std::string(sign_code(choice.meaning)),
                options, true);
}

Answer item_answer(std::string name, std::string in_file, const std::string& item, double factor,
                   const Options& options)
{
    Answer answer = made(AnswerTopic::items, std::move(name), std::move(in_file), item, options, false);
    answer.factor = factor;
    return answer;
}

std::string date_value(const std::optional<Date>& date)
{
    return date ? iso_date(*date) : std::string{};
}

std::string value_of(const VariableChoice& choice)
{
    if (choice.use == VariableUse::unanswered)
        return {};
    return choice.use == VariableUse::fixed ? std::string(fixed_prefix) + choice.category
                                            : std::string(use_code(choice.use));
}

std::string category_text(const ImportedTable& table, const VariableChoice* choice, const std::string& code)
{
    const auto variable = choice ? table.variable(choice->variable) : std::nullopt;
    if (!variable)
        return code;
    const auto category = table.variables[*variable].find(code);
    return category ? code_and_text(code, table.variables[*variable].categories[*category].text) : code;
}

struct ItemAndFactor
{
    std::string item;
    double factor = 1;
};

/// "institution", "udgifter * 1000" or nothing at all; the item by id or name.
std::optional<ItemAndFactor> read_item(std::string_view value, const Workbook& workbook)
{
    ItemAndFactor read;
    if (const std::size_t star = value.rfind('*'); star != std::string_view::npos)
    {
        const std::vector<double> readings = number_readings(trimmed(value.substr(star + 1)));
        if (readings.size() != 1 || !(readings.front() != 0))
            return std::nullopt;
        read.factor = readings.front();
        value = value.substr(0, star);
    }
    value = trimmed(value);
    if (value.empty())
        return read;
    if (const EntryLine* line = workbook.line(value))
    {
        read.item = line->id;
        return read;
    }
    const std::string wanted = folded(value);
    for (const EntryLine& line : workbook.lines)
        if (folded(line.name) == wanted)
        {
            read.item = line.id;
            return read;
        }
    return std::nullopt;
}

/// A round of the workbook; an empty text leaves out.
bool read_round(std::string_view value, const Workbook& workbook, std::optional<Date>& cut_off)
{
    if (trimmed(value).empty())
    {
        cut_off.reset();
        return true;
    }
    const auto date = parse_date(trimmed(value));
    if (!date || std::none_of(workbook.rounds.begin(), workbook.rounds.end(),
                              [&](const Round& round) { return round.date == date; }))
        return false;
    cut_off = date;
    return true;
}

std::optional<SignMeaning> read_sign(std::string_view value)
{
    for (const SignMeaning meaning : sign_meanings)
        if (sign_code(meaning) == trimmed(value))
            return meaning;
    return std::nullopt;
}

bool set_sign(std::vector<SignChoice>& signs, std::string_view sign, std::string_view value)
{
    const auto meaning = read_sign(value);
    const auto choice =
        std::find_if(signs.begin(), signs.end(), [&](const SignChoice& one) { return one.sign == sign; });
    if (!meaning || choice == signs.end())
        return false;
    choice->meaning = *meaning;
    choice->confirmed = true;
    return true;
}

/// Proposes anew what hangs on the variables or the day of a period; all else that was answered stays.
ImportMapping proposed_again(const ImportMapping& known, const ImportedTable& table, const Workbook& workbook,
                             const Words& words)
{
    ImportMapping again = propose_mapping(table, workbook, {known}, words);
    again.variables = known.variables;
    again.period_day = known.period_day;
    again.signs = known.signs;
    again.municipality_concept = known.municipality_concept;
    again.counting_unit = known.counting_unit;
    again.age_base = known.age_base;
    again.concepts_confirmed = known.concepts_confirmed;
    again.decimal_mark = known.decimal_mark;
    return again;
}

bool set_variable(ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook, const Words& words,
                  std::string_view code, std::string_view value)
{
    const auto place = table.variable(code);
    VariableChoice* choice = mapping.variable(code);
    if (!place || !choice)
        return false;
    VariableChoice wanted{choice->variable, VariableUse::unanswered, {}};
    for (const VariableUse use : {VariableUse::municipality, VariableUse::time, VariableUse::items})
        if (use_code(use) == value)
            wanted.use = use;
    if (value.starts_with(fixed_prefix))
    {
        const Variable& variable = table.variables[*place];
        const auto category = variable.find(value.substr(fixed_prefix.size()));
        if (!category)
            return false;
        wanted.use = VariableUse::fixed;
        wanted.category = variable.categories[*category].code;
    }
    if (wanted.use == VariableUse::unanswered)
        return false;
    const bool items_change = (choice->use == VariableUse::items) != (wanted.use == VariableUse::items);
    const bool time_changes = (choice->use == VariableUse::time) != (wanted.use == VariableUse::time);
    *choice = wanted;
    // One variable at most tells a thing: the one that did before has to be answered again.
    if (wanted.use != VariableUse::fixed)
        for (VariableChoice& other : mapping.variables)
            if (&other != choice && other.use == wanted.use)
                other = {other.variable, VariableUse::unanswered, {}};
    if (items_change)
        mapping.items.clear();
    if (time_changes)
        mapping.periods.clear();
    if (items_change || time_changes)
        mapping = proposed_again(mapping, table, workbook, words);
    return true;
}

} // namespace

std::string_view topic_code(AnswerTopic topic)
{
    switch (topic)
    {
    case AnswerTopic::variables:
        return "variables";
    case AnswerTopic::items:
        return "items";
    case AnswerTopic::periods:
        return "periods";
    case AnswerTopic::signs:
        return "signs";
    default:
        return "definitions";
    }
}

std::vector<Answer> answers(const ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook,
                            const Texts& texts)
{
    std::vector<Answer> rows;
    rows.reserve(mapping.variables.size() + mapping.items.size() + mapping.periods.size() + mapping.signs.size() + 4);
    for (const VariableChoice& choice : mapping.variables)
    {
        const auto place = table.variable(choice.variable);
        if (!place)
            continue;
        const Variable& variable = table.variables[*place];
        rows.push_back(made(AnswerTopic::variables, "variable:" + choice.variable,
                            texts.format("answers.variable", {{"name", code_and_text(choice.variable, variable.name)},
                                                              {"n", std::to_string(variable.categories.size())}}),
                            value_of(choice), variable_options(variable, texts), true));
    }
    const Options items = item_options(workbook, texts);
    for (const ItemChoice& choice : mapping.items)
        rows.push_back(item_answer("item:" + choice.category,
                                   choice.category.empty()
                                       ? texts.get("answers.whole_table")
                                       : category_text(table, mapping.with_use(VariableUse::items), choice.category),
                                   choice.item, choice.factor, items));
    if (!mapping.periods.empty())
    {
        Options days{{"first", texts.get("answers.first_day")}, {"last", texts.get("answers.last_day")}};
        const std::string value = !mapping.period_day                       ? std::string{}
                                  : *mapping.period_day == PeriodDay::first ? std::string("first")
                                                                            : std::string("last");
        rows.push_back(
            made(AnswerTopic::periods, "period-day", texts.get("answers.period_day"), value, std::move(days), true));
    }
    const Options rounds = round_options(workbook, texts);
    for (const PeriodChoice& choice : mapping.periods)
        rows.push_back(made(AnswerTopic::periods, "period:" + choice.period,
                            category_text(table, mapping.with_use(VariableUse::time), choice.period),
                            date_value(choice.cut_off), rounds, false));
    const Options signs = sign_options(texts);
    const std::vector<std::size_t> counts = table.sign_counts();
    for (const SignChoice& choice : mapping.signs)
    {
        const auto sign = std::find(table.signs.begin(), table.signs.end(), choice.sign);
        const auto place = static_cast<std::size_t>(sign - table.signs.begin());
        rows.push_back(sign_answer(choice, place < counts.size() ? counts[place] : 0, signs, texts));
    }
    const auto definition = [&](const char* name, const char* column, const std::string& value)
    {
        Answer answer = made(AnswerTopic::definitions, name, texts.get("column.catalogue." + std::string(column)),
                             value, definition_options(workbook, column, texts), false);
        answer.free_text = true;
        rows.push_back(std::move(answer));
    };
    definition("municipality-concept", "municipality_concept", mapping.municipality_concept);
    definition("counting-unit", "counting_unit", mapping.counting_unit);
    definition("age-base", "age_base", mapping.age_base);
    return rows;
}

bool set_answer(ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook, const Words& words,
                std::string_view name, std::string_view value)
{
    const std::size_t colon = name.find(':');
    const std::string_view kind = name.substr(0, colon);
    const std::string_view subject = colon == std::string_view::npos ? std::string_view{} : name.substr(colon + 1);
    if (kind == "variable")
        return set_variable(mapping, table, workbook, words, subject, value);
    if (kind == "item")
    {
        const auto read = read_item(value, workbook);
        const auto choice = std::find_if(mapping.items.begin(), mapping.items.end(),
                                         [&](const ItemChoice& one) { return one.category == subject; });
        if (!read || choice == mapping.items.end())
            return false;
        *choice = {choice->category, read->item, read->factor, true};
        return true;
    }
    if (kind == "period-day")
    {
        if (value != "first" && value != "last")
            return false;
        mapping.period_day = value == "first" ? PeriodDay::first : PeriodDay::last;
        std::erase_if(mapping.periods, [](const PeriodChoice& choice) { return !choice.confirmed; });
        mapping = proposed_again(mapping, table, workbook, words);
        return true;
    }
    if (kind == "period")
    {
        const auto choice = std::find_if(mapping.periods.begin(), mapping.periods.end(),
                                         [&](const PeriodChoice& one) { return one.period == subject; });
        if (choice == mapping.periods.end() || !read_round(value, workbook, choice->cut_off))
            return false;
        choice->confirmed = true;
        return true;
    }
    if (kind == "sign")
        return set_sign(mapping.signs, subject, value);
    std::string* text = name == "municipality-concept" ? &mapping.municipality_concept
                        : name == "counting-unit"      ? &mapping.counting_unit
                        : name == "age-base"           ? &mapping.age_base
                                                       : nullptr;
    if (!text)
        return false;
    *text = trimmed(value);
    mapping.concepts_confirmed = true;
    return true;
}

void confirm(ImportMapping& mapping, AnswerTopic topic)
{
    if (topic == AnswerTopic::items)
        for (ItemChoice& choice : mapping.items)
            choice.confirmed = true;
    if (topic == AnswerTopic::periods)
        for (PeriodChoice& choice : mapping.periods)
            choice.confirmed = true;
    if (topic == AnswerTopic::signs)
        for (SignChoice& choice : mapping.signs)
            choice.confirmed = choice.meaning != SignMeaning::unanswered;
    if (topic == AnswerTopic::definitions)
        mapping.concepts_confirmed = true;
}

std::optional<AnswerTopic> topic_of_fault(std::string_view code)
{
    static constexpr std::pair<std::string_view, AnswerTopic> beginnings[] = {
        {"variable", AnswerTopic::variables},
        {"two-variables", AnswerTopic::variables},
        {"no-municipality", AnswerTopic::variables},
        {"no-time", AnswerTopic::variables},
        {"category", AnswerTopic::variables},
        {"no-items", AnswerTopic::items},
        {"item", AnswerTopic::items},
        {"factor", AnswerTopic::items},
        {"period", AnswerTopic::periods},
        {"round", AnswerTopic::periods},
        {"sign", AnswerTopic::signs}};
    for (const auto& [beginning, topic] : beginnings)
        if (code.starts_with(beginning))
            return topic;
    return std::nullopt;
}

std::vector<Answer> answers(const LayoutMapping& layout, const Workbook& workbook, const Texts& texts)
{
    std::vector<Answer> rows;
    rows.reserve(layout.items.size() + layout.rounds.size() + layout.signs.size());
    const Options items = item_options(workbook, texts);
    for (const LayoutItem& item : layout.items)
        rows.push_back(item_answer("item:" + item.heading,
                                   item.near ? texts.format("answers.near", {{"heading", item.heading}}) : item.heading,
                                   item.item, item.factor, items));
    const Options rounds = round_options(workbook, texts);
    for (const LayoutRound& round : layout.rounds)
        rows.push_back(made(AnswerTopic::periods, "period:" + round.heading, round.heading, date_value(round.cut_off),
                            rounds, false));
    const Options signs = sign_options(texts);
    for (const SignChoice& choice : layout.signs)
        rows.push_back(sign_answer(choice, 0, signs, texts));
    return rows;
}

bool set_answer(LayoutMapping& layout, const Workbook& workbook, std::string_view name, std::string_view value)
{
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos)
        return false;
    const std::string_view kind = name.substr(0, colon);
    const std::string_view subject = name.substr(colon + 1);
    if (kind == "item")
    {
        const auto read = read_item(value, workbook);
        const auto item = std::find_if(layout.items.begin(), layout.items.end(),
                                       [&](const LayoutItem& one) { return one.heading == subject; });
        if (!read || item == layout.items.end())
            return false;
        item->item = read->item;
        item->factor = read->factor;
        item->near = false;
        return true;
    }
    if (kind == "period")
    {
        const auto round = std::find_if(layout.rounds.begin(), layout.rounds.end(),
                                        [&](const LayoutRound& one) { return one.heading == subject; });
        return round != layout.rounds.end() && read_round(value, workbook, round->cut_off);
    }
    return kind == "sign" && set_sign(layout.signs, subject, value);
}

void confirm(LayoutMapping& layout, AnswerTopic topic)
{
    if (topic == AnswerTopic::items)
        for (LayoutItem& item : layout.items)
            item.near = false;
    if (topic == AnswerTopic::signs)
        for (SignChoice& choice : layout.signs)
            choice.confirmed = choice.meaning != SignMeaning::unanswered;
}

std::variant<GivenAnswers, std::string> read_given_answers(const std::vector<std::string>& entries)
{
    GivenAnswers given;
    for (const std::string& entry : entries)
    {
        // A sign may itself be an equals sign, and its name then holds one.
        const std::size_t equals = entry.starts_with("sign:") ? entry.rfind('=') : entry.find('=');
        if (equals == std::string::npos)
            return entry;
        const std::string name(trimmed(std::string_view(entry).substr(0, equals)));
        const std::string value(trimmed(std::string_view(entry).substr(equals + 1)));
        if (name == "decimal")
        {
            if (value != "comma" && value != "point")
                return entry;
            given.decimal_mark = value == "comma" ? DecimalMark::comma : DecimalMark::point;
        }
        else if (name == "proposals")
        {
            if (value != "accept")
                return entry;
            given.accept_proposals = true;
        }
        else
            given.answers.emplace_back(name, value);
    }
    return given;
}

} // namespace trinvis::reference
