// SPDX-License-Identifier: MPL-2.0
#include "commands/import_run.hpp"

#include "commands/result_sheet.hpp"

#include "calc/import_writer.hpp"
#include "calc/styles.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "reference/import_sheet.hpp"
#include "reference/import_summary.hpp"
#include "reference/rows_in_workbook.hpp"
#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis::commands
{

using namespace office;
using namespace reference;

namespace
{

constexpr std::size_t most_sentences = 5;

UserError not_read(const std::string& name, const ImportFault& fault, const Texts& texts)
{
    return UserError(texts.format("error.import.not_read",
                                  {{"name", name}, {"why", fault.message(texts)}, {"remedy", fault.remedy(texts)}}));
}

std::size_t matched(const LayoutMapping& layout)
{
    const auto items = std::count_if(layout.items.begin(), layout.items.end(),
                                     [](const LayoutItem& item) { return !item.item.empty(); });
    const auto rounds = std::count_if(layout.rounds.begin(), layout.rounds.end(),
                                      [](const LayoutRound& round) { return round.cut_off.has_value(); });
    return static_cast<std::size_t>(items * rounds);
}

/// What was answered is kept even where the numbers were the same as before.
bool is_new(const ImportPart& part)
{
    return part.asked && !part.workbook;
}

} // namespace

ImportRun::ImportRun(const Context& context, const css::uno::Reference<css::frame::XModel>& document,
                     ImportTarget target)
    : m_context(context), m_target(target), m_open(open_workbook(context, document)),
      m_mappings(read_mappings(m_open.workbook, m_open.package.words())),
      m_layouts(read_layouts(m_open.workbook, m_open.package.words()))
{
    require_figures(m_open);
    const Texts& texts = m_open.texts();
    calc::refuse_unwritable(m_open.document,
                            named_sheet(target == ImportTarget::comparison ? "comparison" : "entry", texts), texts);
    calc::refuse_unwritable(m_open.document, named_sheet("imports", texts), texts);
}

const ImportMapping* ImportRun::remembered(const std::string& table) const
{
    const auto found =
        std::find_if(m_mappings.begin(), m_mappings.end(),
                     [&](const ImportMapping& mapping) { return folded(mapping.source) == folded(table); });
    return found == m_mappings.end() ? nullptr : &*found;
}

std::optional<ImportFault> ImportRun::add(const ImportSource& source, const std::string& sheet,
                                          std::optional<DecimalMark> decimal_mark)
{
    ImportPart part;
    part.name = source.name;
    part.null_date = source.null_date;
    if (m_target == ImportTarget::own)
    {
        add_layout(std::move(part), source, sheet);
        return std::nullopt;
    }
    if (source.workbook)
    {
        part.workbook = source.workbook;
        m_parts.push_back(std::move(part));
        return std::nullopt;
    }
    const Words& words = m_open.package.words();
    const Municipalities& municipalities = m_open.package.municipalities();
    ReadResult result = read_table(source, sheet, decimal_mark, words, municipalities);
    if (const auto* question = std::get_if<ImportFault>(&result);
        question && question->code == "decimal-mark" && !decimal_mark)
    {
        const ReadResult tried = read_table(source, sheet, DecimalMark::comma, words, municipalities);
        const auto* table = std::get_if<ImportedTable>(&tried);
        const ImportMapping* known = table ? remembered(source_key(*table)) : nullptr;
        if (!known || !known->decimal_mark)
            return *question;
        decimal_mark = known->decimal_mark;
        result = read_table(source, sheet, decimal_mark, words, municipalities);
    }
    const Texts& texts = m_open.package.words().in(interface_language(m_context));
    if (const auto* fault = std::get_if<ImportFault>(&result))
        throw not_read(source.name, *fault, texts);
    part.table = std::get<ImportedTable>(std::move(result));
    part.mapping.decimal_mark = decimal_mark;
    m_parts.push_back(std::move(part));
    return std::nullopt;
}

void ImportRun::add_layout(ImportPart part, const ImportSource& source, const std::string& sheet)
{
    const Words& words = m_open.package.words();
    std::size_t best = 0;
    for (Grid& grid : layout_sheets(source, sheet))
        if (auto layout = propose_layout(grid, m_open.workbook, m_layouts, source.null_date, words);
            layout && matched(*layout) > best)
        {
            best = matched(*layout);
            part.layout = std::move(layout);
            part.grid = std::move(grid);
        }
    if (!part.layout)
        throw UserError(
            words.in(interface_language(m_context)).format("error.import.no_layout", {{"name", source.name}}));
    m_parts.push_back(std::move(part));
}

void ImportRun::propose(ImportPart& part)
{
    part.proposed = true;
    const Words& words = m_open.package.words();
    if (part.table)
    {
        std::vector<ImportMapping> known = m_mappings;
        for (const ImportPart& earlier : m_parts)
        {
            if (&earlier == &part)
                break;
            if (earlier.table)
                known = remembered_with(std::move(known), earlier.mapping);
        }
        const std::optional<DecimalMark> mark = part.mapping.decimal_mark;
        part.mapping = propose_mapping(*part.table, m_open.workbook, known, words);
        if (mark)
            part.mapping.decimal_mark = mark;
        part.asked = !lacking(part, words.in(m_open.workbook.language)).empty();
    }
    else if (part.layout)
        part.asked = std::none_of(m_layouts.begin(), m_layouts.end(),
                                  [&](const LayoutMapping& layout) { return layout.source == part.layout->source; });
}

std::vector<Answer> ImportRun::answers(const ImportPart& part, const Texts& texts) const
{
    if (part.table)
        return reference::answers(part.mapping, *part.table, m_open.workbook, texts);
    if (part.layout)
        return reference::answers(*part.layout, m_open.workbook, texts);
    return {};
}

bool ImportRun::set(ImportPart& part, const std::string& name, const std::string& value) const
{
    if (part.table)
        return set_answer(part.mapping, *part.table, m_open.workbook, name, value);
    return part.layout && set_answer(*part.layout, m_open.workbook, name, value);
}

void ImportRun::confirm(ImportPart& part, AnswerTopic topic)
{
    if (part.table)
        reference::confirm(part.mapping, *part.table, topic);
    else if (part.layout)
        reference::confirm(*part.layout, topic);
}

std::vector<std::string> ImportRun::lacking(const ImportPart& part, const Texts& texts) const
{
    std::vector<std::string> sentences;
    for (const Answer& answer : answers(part, texts))
        if (!answer.settled)
            sentences.push_back(
                answer.shown.empty()
                    ? texts.format("error.import.question", {{"name", answer.name}, {"what", answer.in_file}})
                    : texts.format("error.import.proposal", {{"name", answer.name},
                                                             {"what", answer.in_file},
                                                             {"value", answer.value},
                                                             {"shown", answer.shown}}));
    if (part.table)
        for (const ImportFault& fault : faults(part.mapping, *part.table, m_open.workbook))
            if (fault.code != "not-confirmed" && !fault.code.ends_with("-unanswered"))
                sentences.push_back(fault.message(texts) + " " + fault.remedy(texts));
    if (sentences.size() > most_sentences)
    {
        const std::size_t more = sentences.size() - most_sentences;
        sentences.resize(most_sentences);
        sentences.push_back(texts.count("error.import.more_questions", more));
    }
    return sentences;
}

std::string ImportRun::lacking(const ImportPart& part, AnswerTopic topic, const Texts& texts) const
{
    for (const Answer& answer : answers(part, texts))
        if (answer.topic == topic && answer.open)
            return texts.format("dialog.import.still_open", {{"name", answer.in_file}});
    if (part.table)
        for (const ImportFault& fault : faults(part.mapping, *part.table, m_open.workbook))
            if (topic_of_fault(fault.code) == topic)
                return fault.message(texts) + " " + fault.remedy(texts);
    return {};
}

ImportRun::Results ImportRun::results(Workbook workbook, bool replace) const
{
    const Words& words = m_open.package.words();
    const Texts& texts = words.in(interface_language(m_context));
    const ApplyOptions options{replace ? Existing::replace : Existing::keep};
    Results all;
    for (const ImportPart& part : m_parts)
    {
        if (part.layout)
        {
            LayoutResult result = apply_layout(*part.layout, part.grid, workbook, part.null_date, words, {replace});
            if (result.fault)
                throw not_read(part.name, *result.fault, texts);
            workbook = with_update(std::move(workbook), result.update, words);
            all.layouts.push_back(std::move(result));
            continue;
        }
        ImportRows rows = part.workbook ? apply_workbook(*part.workbook, part.name, workbook, words, options)
                                        : apply(part.mapping, *part.table, workbook, words, options);
        if (rows.fault)
            throw not_read(part.name, *rows.fault, texts);
        if (&part != &m_parts.back())
            workbook = with_rows(std::move(workbook), rows, words);
        all.rows.push_back(std::move(rows));
    }
    return all;
}

std::string ImportRun::summary(bool replace, const Texts& texts) const
{
    const Results all = results(m_open.workbook, replace);
    std::string text;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
    {
        text += text.empty() ? "" : "\n\n";
        text += m_parts[i].layout ? import_summary(m_parts[i].name, all.layouts[i], texts)
                                  : import_summary(m_parts[i].name, all.rows[i], texts);
    }
    return text;
}

std::size_t ImportRun::write(bool replace)
{
    Progress progress(m_open.model);
    const Texts& texts = m_open.texts();
    progress.show(texts.get("progress.importing"), 10);
    // Between the questions and now the person may have worked on.
    const OpenWorkbook now = open_workbook(m_context, m_open.model);
    const Results all = results(now.workbook, replace);
    std::size_t written = 0;
    for (const ImportRows& rows : all.rows)
        written += rows.added + rows.replaced;
    for (const LayoutResult& layout : all.layouts)
        written += layout.filled + layout.replaced;
    if (written == 0 && std::none_of(m_parts.begin(), m_parts.end(), is_new))
        return 0;
    std::vector<ImportMapping> mappings = read_mappings(now.workbook, now.package.words());
    std::vector<LayoutMapping> layouts = read_layouts(now.workbook, now.package.words());
    for (const ImportPart& part : m_parts)
    {
        if (part.table)
            mappings = remembered_with(std::move(mappings), part.mapping);
        if (part.layout)
            layouts = remembered_with(std::move(layouts), *part.layout);
    }
    for (const ImportRows& rows : all.rows)
        calc::refuse_unwritable(now.document, rows, texts);
    for (const LayoutResult& layout : all.layouts)
        calc::refuse_unwritable(now.document, layout.update, texts);
    const bool remember = std::any_of(m_parts.begin(), m_parts.end(), is_new);
    const SheetContent imports = imports_sheet(mappings, layouts, texts);
    progress.show(texts.get("progress.writing"), 60);
    calc::add_styles(m_open.model, texts);
    calc::Sheet remembered_in;
    {
        const Quiet quiet(m_open.model);
        UndoStep step(m_open.model, from_utf8(texts.get("undo.import_data")));
        for (const ImportRows& rows : all.rows)
            calc::write_import(now.document, rows, texts);
        for (const LayoutResult& layout : all.layouts)
            if (!layout.update.cells.empty())
                calc::update_sheet(now.document, "entry", layout.update, texts);
        if (remember)
            remembered_in = calc::put_sheet(now.document, imports, texts, step);
        step.keep();
    }
    if (remembered_in.is())
        calc::freeze(now.document, remembered_in, imports.frozen_columns, imports.frozen_rows);
    const calc::Sheet target =
        calc::find_sheet(now.document, m_target == ImportTarget::comparison ? "comparison" : "entry");
    if (!target.is())
        return written;
    if (m_target == ImportTarget::own)
        calc::show_cell(now.document, target, now.workbook.entry.heading_row, 0);
    else if (!all.rows.empty())
        calc::show_cell(now.document, target,
                        std::max(all.rows.front().first_added_row, now.workbook.comparison.heading_row), 0);
    return written;
}

std::size_t import_data(const Context& context, const css::uno::Reference<css::frame::XModel>& document,
                        const ImportWish& wish)
{
    ImportRun run(context, document, wish.own ? ImportTarget::own : ImportTarget::comparison);
    const Texts& texts = run.open().package.words().in(interface_language(context));
    auto given = read_given_answers(wish.mapping);
    if (const std::string* entry = std::get_if<std::string>(&given))
        throw UserError(texts.format("error.import.bad_answer", {{"entry", *entry}}));
    const GivenAnswers& told = std::get<GivenAnswers>(given);
    if (wish.urls.empty() && wish.table.empty())
        throw UserError(texts.get("error.import.no_source"));
    const auto add = [&](const ImportSource& source)
    {
        if (const auto question = run.add(source, wish.sheet, told.decimal_mark))
            throw not_read(source.name, *question, texts);
    };
    for (const rtl::OUString& url : wish.urls)
        add(load_source(context, url, texts));
    if (!wish.table.empty())
    {
        const Language language = run.open().workbook.language;
        const StatBankTable table = fetch_table_info(context, wish.address, wish.table, language, texts, [] {});
        StatBankChoice choice = propose_choice(table, run.open().workbook, run.remembered(table.id));
        if (const auto entry = set_choice(choice, table, wish.select))
            throw UserError(texts.format("error.import.bad_choice", {{"entry", *entry}, {"table", table.id}}));
        add(fetch_table(context, wish.address, table, choice, language, texts, [] {}));
    }
    std::vector<bool> taken(told.answers.size());
    for (ImportPart& part : run.parts())
    {
        run.propose(part);
        for (std::size_t i = 0; i < told.answers.size(); ++i)
            if (run.set(part, told.answers[i].first, told.answers[i].second))
                taken[i] = true;
        if (told.accept_proposals)
            for (const AnswerTopic topic : answer_topics)
                ImportRun::confirm(part, topic);
    }
    for (std::size_t i = 0; i < told.answers.size(); ++i)
        if (!taken[i])
            throw UserError(texts.format("error.import.bad_answer",
                                         {{"entry", told.answers[i].first + "=" + told.answers[i].second}}));
    for (const ImportPart& part : run.parts())
        if (const std::vector<std::string> sentences = run.lacking(part, texts); !sentences.empty())
        {
            std::string joined;
            for (const std::string& sentence : sentences)
                joined += sentence;
            throw UserError(texts.format("error.import.unanswered", {{"name", part.name}, {"questions", joined}}));
        }
    return run.write(wish.replace);
}

} // namespace trinvis::commands
