// SPDX-License-Identifier: MPL-2.0
#include "reference/answers.hpp"

#include "reference/import_signs.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <set>

namespace trinvis::reference
{

namespace
{

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
    options.reserve(sign_meanings().size());
    for (const SignMeaning meaning : sign_meanings())
        options.push_back({std::string(sign_code(meaning)), sign_word(meaning, texts)});
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

/// A row. What must be answered is open while it has no value, and nothing is settled before it is confirmed.
Answer made(AnswerTopic topic, std::string name, std::string in_file, std::string value, Options options,
            bool must_be_answered, bool confirmed)
{
    Answer answer;
    answer.topic = topic;
    answer.name = std::move(name);
    answer.in_file = std::move(in_file);
    answer.shown = text_of(options, value);
    answer.open = must_be_answered && value.empty();
    answer.settled = confirmed && !answer.open;
    answer.value = std::move(value);
    answer.options = std::move(options);
    return answer;
}

Answer sign_answer(const SignChoice& choice, std::size_t count, const Options& options, const Texts& texts)
{
    const std::string sign = choice.sign.empty() ? texts.get("import.sign.empty_field") : choice.sign;
    return made(AnswerTopic::signs, "sign:" + choice.sign,
                count > 0 ? texts.format("answers.sign", {{"sign", sign}, {"n", std::to_string(count)}}) : sign,
                choice.meaning == SignMeaning::unanswered ? std::string{} : std::string(sign_code(choice.meaning)),
                options, true, choice.confirmed);
}

Answer item_answer(std::string name, std::string in_file, const std::string& item, double factor, bool settled,
                   const Options& options)
{
    Answer answer = made(AnswerTopic::items, std::move(name), std::move(in_file), item, options, false, settled);
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
    for (const SignMeaning meaning : sign_meanings())
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

/// The code of the variable with a use; empty when there is none.
std::string code_of(const ImportMapping& mapping, VariableUse use)
{
    const VariableChoice* choice = mapping.with_use(use);
    return choice ? choice->variable : std::string{};
}

/// The categories of the variable with a use; none when there is no such variable.
const std::vector<Category>& categories_of(const ImportMapping& mapping, const ImportedTable& table, VariableUse use)
{
    static const std::vector<Category> none;
    const auto place = table.variable(code_of(mapping, use));
    return place ? table.variables[*place].categories : none;
}

/// The code of the category that a script names by its code or its text.
std::optional<std::string> category_named(const ImportMapping& mapping, const ImportedTable& table, VariableUse use,
                                          std::string_view name)
{
    const auto place = table.variable(code_of(mapping, use));
    const auto category = place ? table.variables[*place].find(name) : std::nullopt;
    return category ? std::optional(table.variables[*place].categories[*category].code) : std::nullopt;
}

/// The answer about a category, added where there was none.
template <typename Choice>
Choice& choice_for(std::vector<Choice>& choices, std::string Choice::*key, const std::string& code)
{
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const Choice& choice) { return same_text(choice.*key, code); });
    if (found != choices.end())
        return *found;
    choices.emplace_back();
    choices.back().*key = code;
    return choices.back();
}

/// The answer about a category as it is; a new one where there was none.
template <typename Choice>
Choice choice_of(const std::vector<Choice>& choices, std::string Choice::*key, const std::string& code)
{
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const Choice& choice) { return same_text(choice.*key, code); });
    if (found != choices.end())
        return *found;
    Choice fresh;
    fresh.*key = code;
    return fresh;
}

bool set_item(ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook, std::string_view subject,
              std::string_view value)
{
    const auto read = read_item(value, workbook);
    std::optional<std::string> category = std::string{};
    if (mapping.with_use(VariableUse::items))
        category = category_named(mapping, table, VariableUse::items, subject);
    else if (!subject.empty())
        category.reset();
    if (!read || !category)
        return false;
    ItemChoice& choice = choice_for(mapping.items, &ItemChoice::category, *category);
    choice = {choice.category, read->item, read->factor, true};
    return true;
}

bool set_period(ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook, std::string_view subject,
                std::string_view value)
{
    const auto code = category_named(mapping, table, VariableUse::time, subject);
    std::optional<Date> cut_off;
    if (!code || !read_round(value, workbook, cut_off))
        return false;
    PeriodChoice& choice = choice_for(mapping.periods, &PeriodChoice::period, *code);
    choice = {choice.period, cut_off, true};
    return true;
}

bool set_period_day(ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook,
                    std::string_view value)
{
    if (value != "first" && value != "last")
        return false;
    mapping.period_day = value == "first" ? PeriodDay::first : PeriodDay::last;
    std::erase_if(mapping.periods, [](const PeriodChoice& choice) { return !choice.confirmed; });
    for (PeriodChoice& choice :
         propose_periods(table, code_of(mapping, VariableUse::time), mapping.period_day, workbook))
        if (std::none_of(mapping.periods.begin(), mapping.periods.end(),
                         [&](const PeriodChoice& known) { return same_text(known.period, choice.period); }))
            mapping.periods.push_back(std::move(choice));
    return true;
}

bool set_variable(ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook, std::string_view code,
                  std::string_view value)
{
    const auto place = table.variable(code);
    VariableChoice* choice = mapping.variable(code);
    if (!place || !choice)
        return false;
    VariableChoice wanted{choice->variable, VariableUse::unanswered, {}, true};
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
    const std::string items_before = code_of(mapping, VariableUse::items);
    const std::string time_before = code_of(mapping, VariableUse::time);
    *choice = wanted;
    // One variable at most tells a thing: the one that did before has to be answered again.
    if (wanted.use != VariableUse::fixed)
        for (VariableChoice& other : mapping.variables)
            if (&other != choice && other.use == wanted.use)
                other = {other.variable, VariableUse::unanswered, {}, false};
    if (code_of(mapping, VariableUse::items) != items_before)
        mapping.items = propose_items(table, code_of(mapping, VariableUse::items), workbook);
    if (code_of(mapping, VariableUse::time) != time_before)
        mapping.periods = propose_periods(table, code_of(mapping, VariableUse::time), mapping.period_day, workbook);
    return true;
}

void add_variables(std::vector<Answer>& rows, const ImportMapping& mapping, const ImportedTable& table,
                   const Texts& texts)
{
    for (const Variable& variable : table.variables)
    {
        const VariableChoice choice = choice_of(mapping.variables, &VariableChoice::variable, variable.code);
        rows.push_back(made(AnswerTopic::variables, "variable:" + variable.code,
                            texts.format("answers.variable", {{"name", code_and_text(variable.code, variable.name)},
                                                              {"n", std::to_string(variable.categories.size())}}),
                            value_of(choice), variable_options(variable, texts), true, choice.confirmed));
    }
}

void add_items(std::vector<Answer>& rows, const ImportMapping& mapping, const ImportedTable& table,
               const Workbook& workbook, const Texts& texts)
{
    const Options options = item_options(workbook, texts);
    const auto add = [&](const std::string& code, std::string in_file)
    {
        const ItemChoice choice = choice_of(mapping.items, &ItemChoice::category, code);
        // What is left out without having been proposed harms nothing; the summary counts it.
        rows.push_back(item_answer("item:" + code, std::move(in_file), choice.item, choice.factor,
                                   choice.confirmed || choice.item.empty(), options));
    };
    if (!mapping.with_use(VariableUse::items))
        add({}, texts.get("import.subject.table"));
    for (const Category& category : categories_of(mapping, table, VariableUse::items))
        add(category.code, code_and_text(category.code, category.text));
}

void add_periods(std::vector<Answer>& rows, const ImportMapping& mapping, const ImportedTable& table,
                 const Workbook& workbook, const Texts& texts)
{
    const std::vector<Category>& categories = categories_of(mapping, table, VariableUse::time);
    const auto is_longer_than_a_day = [](const Category& category)
    {
        const auto period = parse_period(category.code);
        return period && period->kind != PeriodKind::day;
    };
    if (std::any_of(categories.begin(), categories.end(), is_longer_than_a_day))
    {
        const std::string value = !mapping.period_day                       ? std::string{}
                                  : *mapping.period_day == PeriodDay::first ? std::string("first")
                                                                            : std::string("last");
        rows.push_back(
            made(AnswerTopic::periods, "period-day", texts.get("import.question.period-day"), value,
                 {{"first", texts.get("import.period_day.first")}, {"last", texts.get("import.period_day.last")}}, true,
                 true));
    }
    const Options rounds = round_options(workbook, texts);
    for (const Category& category : categories)
    {
        const PeriodChoice choice = choice_of(mapping.periods, &PeriodChoice::period, category.code);
        rows.push_back(made(AnswerTopic::periods, "period:" + category.code,
                            code_and_text(category.code, category.text), date_value(choice.cut_off), rounds, false,
                            choice.confirmed));
    }
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
    add_variables(rows, mapping, table, texts);
    add_items(rows, mapping, table, workbook, texts);
    add_periods(rows, mapping, table, workbook, texts);
    const Options signs = sign_options(texts);
    const std::vector<std::size_t> counts = table.sign_counts();
    for (std::size_t i = 0; i < table.signs.size(); ++i)
        rows.push_back(
            sign_answer(choice_of(mapping.signs, &SignChoice::sign, table.signs[i]), counts[i], signs, texts));
    const auto definition = [&](const char* name, const char* column, const std::string& value)
    {
        Answer answer = made(AnswerTopic::definitions, name, texts.get("column.catalogue." + std::string(column)),
                             value, definition_options(workbook, column, texts), false, mapping.concepts_confirmed);
        answer.free_text = true;
        rows.push_back(std::move(answer));
    };
    definition("municipality-concept", "municipality_concept", mapping.municipality_concept);
    definition("counting-unit", "counting_unit", mapping.counting_unit);
    definition("age-base", "age_base", mapping.age_base);
    return rows;
}

bool set_answer(ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook, std::string_view name,
                std::string_view value)
{
    const std::size_t colon = name.find(':');
    const std::string_view kind = name.substr(0, colon);
    const std::string_view subject = colon == std::string_view::npos ? std::string_view{} : name.substr(colon + 1);
    if (kind == "variable")
        return set_variable(mapping, table, workbook, subject, value);
    if (kind == "item" && colon != std::string_view::npos)
        return set_item(mapping, table, workbook, subject, value);
    if (name == "period-day")
        return set_period_day(mapping, table, workbook, value);
    if (kind == "period")
        return set_period(mapping, table, workbook, subject, value);
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

void confirm(ImportMapping& mapping, const ImportedTable& table, AnswerTopic topic)
{
    if (topic == AnswerTopic::variables)
        for (VariableChoice& choice : mapping.variables)
            choice.confirmed = choice.use != VariableUse::unanswered;
    if (topic == AnswerTopic::items)
        for (ItemChoice& choice : mapping.items)
            choice.confirmed = true;
    // A period that was left out is as good an answer as a round.
    if (topic == AnswerTopic::periods)
        for (const Category& category : categories_of(mapping, table, VariableUse::time))
            choice_for(mapping.periods, &PeriodChoice::period, category.code).confirmed = true;
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
        {"sign", AnswerTopic::signs},
        {"concept", AnswerTopic::definitions}};
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
                                   item.item, item.factor, !item.near, items));
    const Options rounds = round_options(workbook, texts);
    for (const LayoutRound& round : layout.rounds)
        rows.push_back(made(AnswerTopic::periods, "period:" + round.heading, round.heading, date_value(round.cut_off),
                            rounds, false, true));
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
