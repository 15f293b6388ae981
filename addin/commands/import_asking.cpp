// SPDX-License-Identifier: MPL-2.0
//
// The import as a person goes through it: dialog after dialog, back and forth, and nothing written before the last.
#include "commands/import_run.hpp"
#include "office/progress.hpp"
#include "office/settings.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "ui/import_dialog.hpp"
#include "ui/message.hpp"

#include <algorithm>
#include <com/sun/star/frame/XFrame.hpp>

namespace trinvis::commands
{

using namespace office;
using reference::AnswerTopic;
using reference::ImportFault;
using reference::StatBankChoice;
using reference::StatBankTable;
using ui::Turn;

namespace
{

using Frame = css::uno::Reference<css::frame::XFrame>;
using Model = css::uno::Reference<css::frame::XModel>;

rtl::OUString folder_of(const Model& document)
{
    const rtl::OUString url = document->getURL();
    return url.isEmpty() ? url : url.copy(0, url.lastIndexOf('/'));
}

class Asking
{
public:
    Asking(const Context& context, const Frame& frame, const Model& document)
        : m_context(context), m_frame(frame), m_document(document),
          m_texts(Package::of(context).words().in(interface_language(context)))
    {
        m_wish.address = read_settings(context).statbank_address;
    }

    std::optional<std::size_t> ask()
    {
        refuse_unwritable();
        while (const auto wish = ui::ask_import_source(m_context, m_frame, m_wish, folder_of(m_document)))
        {
            m_wish = *wish;
            try
            {
                ImportRun run(m_context, m_document, wish->own ? ImportTarget::own : ImportTarget::comparison);
                Turn turn = wish->statbank ? add_table(run) : add_files(run);
                if (turn == Turn::forward)
                    turn = go_through(run);
                if (turn == Turn::cancelled)
                    return std::nullopt;
                if (turn == Turn::forward)
                    return m_written;
            }
            catch (const UserError& error)
            {
                ui::show_message(m_context, m_frame, ui::MessageKind::error, error.what());
            }
        }
        return std::nullopt;
    }

private:
    /// What can be written nowhere is told before anything is asked.
    void refuse_unwritable() const
    {
        try
        {
            static_cast<void>(ImportRun(m_context, m_document, ImportTarget::comparison));
        }
        catch (const UserError&)
        {
            static_cast<void>(ImportRun(m_context, m_document, ImportTarget::own));
        }
    }

    Turn add_files(ImportRun& run)
    {
        for (const rtl::OUString& url : m_wish.urls)
        {
            const ImportSource source = load_source(m_context, url, m_texts);
            const std::optional<ImportFault> question = run.add(source, {}, {});
            if (!question)
                continue;
            const auto mark =
                ui::ask_decimal_mark(m_context, m_frame,
                                     m_texts.format("dialog.import.decimal_question",
                                                    {{"name", source.name}, {"why", question->message(m_texts)}}));
            if (!mark)
                return Turn::back;
            static_cast<void>(run.add(source, {}, mark));
        }
        return Turn::forward;
    }

    /// Fetches with the address in the status bar.
    template <typename Fetch>
    auto waiting(Fetch fetch_something) const
    {
        Progress progress(m_document);
        const std::string what = m_texts.format("progress.fetching", {{"address", m_wish.address}});
        int percent = 0;
        progress.show(what, percent);
        return fetch_something([&] { progress.show(what, percent = std::min(95, percent + 1)); });
    }

    Turn add_table(ImportRun& run)
    {
        const Language language = run.open().workbook.language;
        const StatBankTable table = waiting(
            [&](const std::function<void()>& meanwhile)
            { return fetch_table_info(m_context, m_wish.address, m_wish.table, language, m_texts, meanwhile); });
        StatBankChoice choice = reference::propose_choice(table, run.open().workbook, run.remembered(table.id));
        const Turn turn = ui::ask_statbank_choice(m_context, m_frame, m_wish.address, table, choice);
        if (turn != Turn::forward)
            return turn;
        static_cast<void>(run.add(
            waiting([&](const std::function<void()>& meanwhile)
                    { return fetch_table(m_context, m_wish.address, table, choice, language, m_texts, meanwhile); }),
            {}, {}));
        return Turn::forward;
    }

    /// The questions of each part, then the summary. Back before the first is back to the source.
    Turn go_through(ImportRun& run)
    {
        bool forward = true;
        std::size_t at = 0;
        while (true)
        {
            Turn turn = Turn::forward;
            if (at == run.parts().size())
            {
                turn = conclude(run);
                if (turn != Turn::back)
                    return turn;
            }
            else
            {
                ImportPart& part = run.parts()[at];
                if (!part.proposed)
                    run.propose(part);
                if (part.workbook || (forward && !part.asked))
                    turn = forward ? Turn::forward : Turn::back;
                else
                    turn = ask_part(run, part);
                if (turn == Turn::cancelled)
                    return turn;
            }
            forward = turn == Turn::forward;
            if (!forward && at == 0)
                return Turn::back;
            at = forward ? at + 1 : at - 1;
        }
    }

    Turn ask_part(ImportRun& run, ImportPart& part)
    {
        ui::AnswerPages pages;
        pages.title = part.name;
        for (const AnswerTopic topic : reference::answer_topics)
        {
            const std::vector<reference::Answer> all = run.answers(part, m_texts);
            if (std::any_of(all.begin(), all.end(),
                            [&](const reference::Answer& answer) { return answer.topic == topic; }))
                pages.topics.push_back(topic);
        }
        pages.rows = [&](AnswerTopic topic)
        {
            std::vector<reference::Answer> rows = run.answers(part, m_texts);
            std::erase_if(rows, [&](const reference::Answer& answer) { return answer.topic != topic; });
            return rows;
        };
        pages.set = [&](const std::string& name, const std::string& value) { return run.set(part, name, value); };
        pages.leave = [&](AnswerTopic topic)
        {
            ImportRun::confirm(part, topic);
            return run.lacking(part, topic, m_texts);
        };
        part.asked = true;
        return ui::ask_answers(m_context, m_frame, pages);
    }

    Turn conclude(ImportRun& run)
    {
        try
        {
            const Turn turn = ui::ask_summary(m_context, m_frame, m_replace,
                                              [&](bool replace) { return run.summary(replace, m_texts); });
            if (turn == Turn::forward)
                m_written = run.write(m_replace);
            return turn;
        }
        catch (const UserError& error)
        {
            ui::show_message(m_context, m_frame, ui::MessageKind::error, error.what());
            return Turn::back;
        }
    }

    Context m_context;
    Frame m_frame;
    Model m_document;
    const Texts& m_texts;
    ui::ImportSourceWish m_wish;
    bool m_replace = true;
    std::size_t m_written = 0;
};

} // namespace

std::optional<std::size_t> ask_and_import(const Context& context, const Frame& frame, const Model& document)
{
    return Asking(context, frame, document).ask();
}

} // namespace trinvis::commands
