// SPDX-License-Identifier: MPL-2.0
#include "commands/command.hpp"
#include "commands/busy.hpp"

#include "calc/reader.hpp"
#include "commands/arguments.hpp"
#include "commands/commands.hpp"
#include "commands/document_asking.hpp"
#include "commands/documents.hpp"
#include "commands/finding_commands.hpp"
#include "commands/folder_asking.hpp"
#include "commands/followed_document.hpp"
#include "commands/helping.hpp"
#include "commands/import_run.hpp"
#include "commands/open_workbook.hpp"
#include "commands/plan_file.hpp"
#include "commands/plan_links.hpp"
#include "commands/working_tools.hpp"
#include "commands/writable.hpp"
#include "new_workbook/sheets.hpp"
#include "office/guard.hpp"
#include "office/kept_open.hpp"
#include "office/save_text.hpp"
#include "office/settings.hpp"
#include "office/undo_step.hpp"
#include "office/unlocking.hpp"
#include "office/user_error.hpp"
#include "ui/dialogs.hpp"
#include "ui/message.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>
#include <list>
#include <mutex>

namespace trinvis::commands
{

namespace
{

using namespace office;
using Frame = css::uno::Reference<css::frame::XFrame>;
using Arguments = css::uno::Sequence<css::beans::PropertyValue>;
using StatusListener = css::uno::Reference<css::frame::XStatusListener>;

constexpr std::array<std::string_view, 17> command_names{
    "new-workbook", "add-round", "validate",        "repair",         "export-findings", "difference",
    "import-data",  "groups",    "compare",         "plan",           "report",          "show-in-plan",
    "check-plan",   "rehearsal", "validate-folder", "gather-figures", "practice"};
constexpr int proposed_rounds = 4;

rtl::OUString in_folder(const rtl::OUString& folder, const std::string& name)
{
    return (folder.endsWith("/") ? folder : folder + "/") + from_utf8(name);
}

/// The commands that menus and toolbars hold, so that they can be told when a document became a key-figure workbook.
class LiveCommands
{
public:
    static LiveCommands& instance()
    {
        static LiveCommands live;
        return live;
    }
    void add(const css::uno::Reference<css::frame::XNotifyingDispatch>& command)
    {
        const std::lock_guard guard(m_mutex);
        m_commands.remove_if([](const auto& known)
                             { return !css::uno::Reference<css::frame::XNotifyingDispatch>(known).is(); });
        m_commands.emplace_back(command);
    }
    void refresh();

private:
    std::mutex m_mutex;
    std::list<css::uno::WeakReference<css::frame::XNotifyingDispatch>> m_commands;
};

class Command : public cppu::WeakImplHelper1<css::frame::XNotifyingDispatch>
{
public:
    Command(const Context& context, const Frame& frame, std::string name)
        : m_context(context), m_frame(frame), m_name(std::move(name))
    {
    }

    void SAL_CALL dispatch(const css::util::URL& /*url*/, const Arguments& arguments) override
    {
        guarded(*this, [&] { run_or_tell(read_arguments(arguments)); });
    }

    void SAL_CALL
    dispatchWithNotification(const css::util::URL& /*url*/, const Arguments& arguments,
                             const css::uno::Reference<css::frame::XDispatchResultListener>& listener) override
    {
        guarded(*this,
                [&]
                {
                    css::frame::DispatchResultEvent event;
                    event.Source.set(static_cast<css::uno::XInterface*>(static_cast<cppu::OWeakObject*>(this)));
                    event.State = css::frame::DispatchResultState::SUCCESS;
                    try
                    {
                        event.Result = run_or_tell(read_arguments(arguments));
                    }
                    catch (const UserError& error)
                    {
                        event.State = css::frame::DispatchResultState::FAILURE;
                        event.Result <<= from_utf8(error.what());
                    }
                    catch (const css::uno::Exception& error)
                    {
                        event.State = css::frame::DispatchResultState::FAILURE;
                        event.Result <<= error.Message;
                    }
                    if (listener.is())
                        listener->dispatchFinished(event);
                });
    }

    void SAL_CALL addStatusListener(const StatusListener& listener, const css::util::URL& url) override
    {
        guarded(*this,
                [&]
                {
                    {
                        const std::lock_guard guard(m_mutex);
                        m_listeners.emplace_back(listener, url);
                    }
                    listener->statusChanged(state(url));
                });
    }

    void SAL_CALL removeStatusListener(const StatusListener& listener, const css::util::URL& /*url*/) override
    {
        const std::lock_guard guard(m_mutex);
        m_listeners.remove_if([&](const auto& known) { return known.first == listener; });
    }

    void tell_listeners()
    {
        std::list<std::pair<StatusListener, css::util::URL>> listeners;
        {
            const std::lock_guard guard(m_mutex);
            listeners = m_listeners;
        }
        for (const auto& [listener, url] : listeners)
            listener->statusChanged(state(url));
    }

private:
    [[nodiscard]] Model frame_document() const
    {
        const Frame frame(m_frame);
        return frame.is() && frame->getController().is() ? frame->getController()->getModel() : Model();
    }

    /// The document that a command was given, or that of its window; refused where the command could not write into it.
    [[nodiscard]] Model chosen_document(const Given& given) const
    {
        const Model document = given.document.is() ? given.document : frame_document();
        refuse_unwritable_workbook(m_context, m_name, document);
        return document;
    }

    [[nodiscard]] css::frame::FeatureStateEvent state(const css::util::URL& url)
    {
        css::frame::FeatureStateEvent event;
        event.Source.set(static_cast<css::uno::XInterface*>(static_cast<cppu::OWeakObject*>(this)));
        event.FeatureURL = url;
        event.IsEnabled = m_name == "new-workbook" || m_name == "practice" || is_helping(m_name) ||
                          is_folder_command(m_name) ||
                          calc::looks_like_key_figure_workbook(frame_document(), Package::of(m_context).words());
        return event;
    }

    css::uno::Any run_or_tell(const Given& given)
    {
        const Busy busy;
        if (!busy.mine() && given.any)
            throw UserError(Package::of(m_context).words().in(interface_language(m_context)).get("error.busy"));
        if (!busy.mine())
            return {};
        const Frame frame(m_frame);
        if (given.any || !frame.is() || !has_window(frame_document()))
            return run(given);
        const Texts& texts = Package::of(m_context).words().in(interface_language(m_context));
        // Of several windows on the document the result belongs in this one, whichever was used last.
        frame_document()->setCurrentController(frame->getController());
        const Unlocking unlocking(ask_to_unlock(m_context, frame));
        try
        {
            return run(given);
        }
        catch (const Declined&)
        {
            // Whoever just said no knows why nothing happens.
            return {};
        }
        catch (const UserError& error)
        {
            ui::show_message(m_context, frame, ui::MessageKind::error, error.what());
        }
        catch (const css::uno::Exception& error)
        {
            ui::show_message(m_context, frame, ui::MessageKind::error,
                             texts.format("error.unexpected", {{"why", to_utf8(error.Message)}}));
        }
        catch (const std::exception& error)
        {
            ui::show_message(m_context, frame, ui::MessageKind::error,
                             texts.format("error.unexpected", {{"why", error.what()}}));
        }
        return {};
    }

    css::uno::Any run(const Given& given)
    {
        const KeptOpen kept_open(given.document.is() ? given.document : frame_document());
        css::uno::Any result;
        if (m_name == "new-workbook")
            result <<= make_workbook(given);
        else if (m_name == "practice")
            result <<= make_practice(given);
        else if (is_helping(m_name))
            result <<= from_utf8(run_helping(m_name, m_context, given.any ? Frame() : Frame(m_frame)));
        else if (is_finding_command(m_name))
            result = run_finding_command(m_name, m_context, Frame(m_frame), chosen_document(given), given);
        else if (m_name == "plan" || m_name == "report")
            result = make_document(given, m_name == "plan" ? DocumentKind::plan : DocumentKind::report);
        else if (m_name == "show-in-plan" || m_name == "check-plan")
            result <<= use_plan(given);
        else if (m_name == "repair")
        {
            sal_Int32 count = 0;
            with_document(given, [&](const Model& document) { count = repair(document, given); });
            result <<= count;
        }
        else if (m_name == "export-findings")
            result = make_export(given);
        else if (m_name == "difference")
            result <<= make_difference(given);
        else if (m_name == "import-data")
            result <<= make_import(given);
        else if (is_folder_command(m_name))
            result = run_folder_command(m_context, Frame(m_frame), m_name, given);
        else if (const WorkingTool* tool = working_tool(m_name); tool && !tool->run)
            result <<= use_files(*tool, given);
        else
            result <<= with_document(given, [&](const Model& document) { change(document, given); });
        LiveCommands::instance().refresh();
        // Where changes are not followed, a command is what brings the panel up to date.
        FollowedDocument::catch_up(given.document.is() ? given.document : frame_document());
        return result;
    }

    Model make_workbook(const Given& given)
    {
        const Settings settings = read_settings(m_context);
        const Language language = settings.workbook_language.value_or(interface_language(m_context));
        // Without a window there is nobody to ask.
        const Frame frame(m_frame);
        if (given.any || !frame.is() || !frame->getContainerWindow().is())
        {
            const Model made = new_workbook(m_context, given.municipality, given.periods, language);
            const rtl::OUString url = !given.url.isEmpty() ? given.url
                                      : given.folder.isEmpty()
                                          ? rtl::OUString()
                                          : in_folder(given.folder, "noegletal " + given.municipality + ".ods");
            if (!url.isEmpty())
                store(made, url);
            return made;
        }
        ui::WorkbookWish wish;
        wish.municipality = settings.municipality;
        wish.language = language;
        for (const Date date : proposed_cut_offs(today(), proposed_rounds))
            wish.cut_offs.push_back(format_date(date, language));
        // A wrong date is told, and the dialog comes again with what was typed.
        while (const auto answer = ui::ask_new_workbook(m_context, frame, wish))
        {
            try
            {
                return new_workbook(m_context, answer->municipality, answer->cut_offs, answer->language);
            }
            catch (const UserError& error)
            {
                ui::show_message(m_context, frame, ui::MessageKind::error, error.what());
                wish = *answer;
            }
        }
        return {};
    }

    /// Nothing is asked: the practice workbook is the same for everybody.
    Model make_practice(const Given& given)
    {
        const Model made = practice_workbook(
            m_context, read_settings(m_context).workbook_language.value_or(interface_language(m_context)));
        const rtl::OUString url = !given.url.isEmpty()     ? given.url
                                  : given.folder.isEmpty() ? rtl::OUString()
                                                           : in_folder(given.folder, "oevemappe.ods");
        if (!url.isEmpty())
            store(made, url);
        return made;
    }

    css::uno::Any make_document(const Given& given, DocumentKind kind)
    {
        const Model document = chosen_document(given);
        if (given.any)
        {
            rtl::OUString url = given.url;
            if (url.isEmpty() && !given.folder.isEmpty())
                url = in_folder(given.folder,
                                kind == DocumentKind::plan ? "udviklingsplan.odt" : "noegletalsrapport.odt");
            return css::uno::Any(create_document(m_context, document, url,
                                                 {.kind = kind,
                                                  .sections = given.sections,
                                                  .figures = given.figures,
                                                  .template_url = given.template_url})
                                     .url);
        }
        const auto saved = ask_and_create(m_context, Frame(m_frame), document, kind);
        return saved ? css::uno::Any(*saved) : css::uno::Any();
    }

    /// Checks the plan or shows a cell's places in it; from a menu the plan is asked for when the workbook knows of none.
    sal_Int32 use_plan(const Given& given)
    {
        const Model document = chosen_document(given);
        rtl::OUString url = given.url;
        if (!given.any && url.isEmpty() && document.is() && remembered_plan(document).isEmpty())
        {
            const Texts& texts = Package::of(m_context).words().in(interface_language(m_context));
            std::string key = "dialog." + m_name;
            std::replace(key.begin(), key.end(), '-', '_');
            const std::vector<rtl::OUString> chosen = ui::ask_files(
                m_context, {texts.get(key + ".title"), texts.get(key + ".filter"), ".odt", folder_of(document)});
            if (chosen.empty())
                return 0;
            url = chosen.front();
        }
        return m_name == "check-plan" ? check_plan_of(m_context, document, url)
                                      : show_in_plan(m_context, document, url);
    }

    /// How many cells were repaired. From a menu everything is shown before anything is done.
    sal_Int32 repair(const Model& document, const Given& given)
    {
        if (given.any)
            return static_cast<sal_Int32>(repair_workbook(m_context, document, given.cells));
        const Texts& texts = Package::of(m_context).words().in(interface_language(m_context));
        const Frame frame(m_frame);
        const std::vector<ProposedRepair> proposed = proposed_repairs(m_context, document);
        if (proposed.empty())
        {
            ui::show_message(m_context, frame, ui::MessageKind::information, texts.get("done.no_repair"));
            return 0;
        }
        std::vector<std::string> lines;
        lines.reserve(proposed.size());
        for (const ProposedRepair& one : proposed)
            lines.push_back(one.line);
        std::vector<std::string> chosen;
        for (const std::size_t index : ui::ask_repairs(m_context, frame, lines))
            chosen.push_back(proposed[index].cell);
        if (chosen.empty())
            return 0;
        const std::size_t count = repair_workbook(m_context, document, chosen);
        ui::show_message(m_context, frame, ui::MessageKind::information, texts.count("done.repair", count));
        return static_cast<sal_Int32>(count);
    }

    css::uno::Any make_export(const Given& given)
    {
        if (given.any)
        {
            export_findings(m_context, given.document.is() ? given.document : frame_document(), given.url);
            return css::uno::Any(given.url);
        }
        const OpenWorkbook open = open_workbook(m_context, frame_document());
        const Texts& texts = Package::of(m_context).words().in(interface_language(m_context));
        const auto url = ui::ask_export_url(
            m_context, folder_of(open.model),
            open.texts().format(
                "dialog.export.file_name",
                {{"municipality", open.workbook.municipality ? open.workbook.municipality->name : std::string{}},
                 {"date", iso_date(today())}}));
        if (!url)
            return {};
        export_findings(m_context, open.model, *url);
        ui::show_message(m_context, Frame(m_frame), ui::MessageKind::information,
                         texts.format("done.export", {{"url", readable_url(*url)}}));
        return css::uno::Any(*url);
    }

    Model make_difference(const Given& given)
    {
        const Model document = chosen_document(given);
        std::vector<rtl::OUString> urls = given.urls;
        if (!given.url.isEmpty())
            urls.push_back(given.url);
        if (!given.any)
        {
            const OpenWorkbook open = open_workbook(m_context, document);
            urls = ui::ask_earlier_urls(m_context, folder_of(open.model));
            if (urls.empty())
                return {};
        }
        difference_from(m_context, document, urls);
        return document;
    }

    /// How many values were written.
    sal_Int32 make_import(const Given& given)
    {
        const Model document = chosen_document(given);
        if (given.any)
        {
            ImportWish wish;
            wish.own = given.own;
            wish.urls = given.urls;
            if (!given.url.isEmpty())
                wish.urls.push_back(given.url);
            wish.table = given.table;
            wish.address = given.api_url.empty() ? read_settings(m_context).statbank_address : given.api_url;
            wish.select = given.select;
            wish.mapping = given.mapping;
            wish.sheet = given.sheet;
            wish.replace = given.replace;
            return static_cast<sal_Int32>(import_data(m_context, document, wish));
        }
        const Frame frame(m_frame);
        const Texts& texts = Package::of(m_context).words().in(interface_language(m_context));
        const auto written = ask_and_import(m_context, frame, document);
        if (!written)
            return 0;
        ui::show_message(m_context, frame, ui::MessageKind::information,
                         *written == 0 ? texts.get("done.nothing_imported")
                                       : texts.count("done.import_data", *written));
        return static_cast<sal_Int32>(*written);
    }

    /// Reads or writes the files of a working tool; returns its remark, which from a menu is shown.
    rtl::OUString use_files(const WorkingTool& tool, const Given& given)
    {
        const Model document = chosen_document(given);
        if (given.any)
        {
            std::vector<rtl::OUString> urls = given.urls;
            if (!given.url.isEmpty())
                urls.push_back(given.url);
            return from_utf8(tool.read_files ? tool.read_files(m_context, document, urls)
                                             : tool.write_file(m_context, document, given.url));
        }
        const OpenWorkbook open = open_workbook(m_context, document);
        const Texts& texts = Package::of(m_context).words().in(interface_language(m_context));
        std::string key = "dialog." + m_name;
        std::replace(key.begin(), key.end(), '-', '_');
        const ui::FileQuestion question{texts.get(key + ".title"), texts.get(key + ".filter"), std::string(tool.ending),
                                        folder_of(open.model)};
        std::string remark;
        if (tool.read_files)
        {
            const std::vector<rtl::OUString> urls = ui::ask_files(m_context, question);
            if (urls.empty())
                return {};
            remark = tool.read_files(m_context, document, urls);
        }
        else
        {
            require_figures(open);
            if (tool.refuse)
                tool.refuse(m_context, document);
            const auto url = ui::ask_target(
                m_context, question,
                open.texts().format(key + ".file_name", {{"municipality", open.workbook.municipality->name}}));
            if (!url)
                return {};
            remark = tool.write_file(m_context, document, *url);
        }
        if (!remark.empty())
            ui::show_message(m_context, Frame(m_frame), ui::MessageKind::information, remark);
        return from_utf8(remark);
    }

    /// The folder in which a document is saved; empty for one that is not.
    static rtl::OUString folder_of(const Model& document)
    {
        const rtl::OUString url = document->getURL();
        return url.isEmpty() ? url : url.copy(0, url.lastIndexOf('/'));
    }

    void change(const Model& document, const Given& given)
    {
        if (const WorkingTool* tool = working_tool(m_name))
        {
            const std::string remark = tool->run(m_context, document);
            if (!remark.empty() && !given.any)
                ui::show_message(m_context, Frame(m_frame), ui::MessageKind::information, remark);
        }
        else if (m_name == "validate")
            validate_workbook(m_context, document);
        else if (m_name == "rehearsal")
            rehearse_workbook(m_context, document);
        else if (m_name == "compare" || m_name == "groups")
        {
            const std::string remark = m_name == "compare" ? compare_workbook(m_context, document)
                                                           : find_similar_municipalities(m_context, document);
            if (!remark.empty() && !given.any)
                ui::show_message(m_context, Frame(m_frame), ui::MessageKind::information, remark);
        }
        else if (given.any)
        {
            if (given.periods.empty())
                throw UserError(
                    Package::of(m_context).words().in(interface_language(m_context)).get("error.no_cut_off"));
            for (const std::string& period : given.periods)
                add_round(m_context, document, period);
        }
        else if (const auto date = ui::ask_round(m_context, Frame(m_frame), proposed_round(m_context, document)))
            add_round(m_context, document, *date);
    }

    /// A command acts on the document that it is given, on the one in its window, or on a file, which is then saved.
    template <typename Act>
    Model with_document(const Given& given, Act act)
    {
        if (given.document.is() || given.url.isEmpty())
        {
            const Model document = chosen_document(given);
            act(document);
            return document;
        }
        const Texts& texts = Package::of(m_context).words().in(interface_language(m_context));
        const auto desktop = create<css::frame::XComponentLoader>(m_context, "com.sun.star.frame.Desktop");
        Model opened;
        try
        {
            opened = query_if<css::frame::XModel>(desktop->loadComponentFromURL(
                given.url, "_blank", 0,
                sequence<css::beans::PropertyValue>({property("Hidden", css::uno::Any(true))})));
        }
        catch (const css::uno::Exception&)
        {
            opened.clear();
        }
        if (!opened.is())
            throw UserError(texts.format("error.file_not_opened", {{"url", readable_url(given.url)}}));
        try
        {
            // Another person may have the file open.
            refuse_unwritable_workbook(m_context, m_name, opened);
            act(opened);
            query<css::frame::XStorable>(opened)->store();
        }
        catch (...)
        {
            query<css::util::XCloseable>(opened)->close(true);
            throw;
        }
        query<css::util::XCloseable>(opened)->close(true);
        return {};
    }

    void store(const Model& document, const rtl::OUString& url)
    {
        const Texts& texts = Package::of(m_context).words().in(interface_language(m_context));
        try
        {
            query<css::frame::XStorable>(document)->storeAsURL(
                url,
                sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
        }
        catch (const css::uno::Exception&)
        {
            query<css::util::XCloseable>(document)->close(true);
            throw UserError(texts.format("error.target_not_saved",
                                         {{"url", readable_url(url)}, {"why", texts.get("error.not_saved_reason")}}),
                            Blame::target);
        }
    }

    Context m_context;
    css::uno::WeakReference<css::frame::XFrame> m_frame;
    std::string m_name;
    std::mutex m_mutex;
    std::list<std::pair<StatusListener, css::util::URL>> m_listeners;
};

void LiveCommands::refresh()
{
    std::vector<css::uno::Reference<css::frame::XNotifyingDispatch>> commands;
    {
        const std::lock_guard guard(m_mutex);
        for (const auto& known : m_commands)
            commands.emplace_back(known);
    }
    for (const auto& command : commands)
        try
        {
            if (command.is())
                static_cast<Command*>(command.get())->tell_listeners();
        }
        catch (const css::uno::Exception&)
        {
            // A window that is closing has listeners that no longer answer.
            continue;
        }
}

} // namespace

css::uno::Reference<css::frame::XDispatch> make_command(const Context& context, const Frame& frame,
                                                        const std::string& name)
{
    if (std::find(command_names.begin(), command_names.end(), name) == command_names.end() && !working_tool(name) &&
        !is_helping(name) && !is_finding_command(name))
        return {};
    const css::uno::Reference<css::frame::XNotifyingDispatch> command(new Command(context, frame, name));
    LiveCommands::instance().add(command);
    return query<css::frame::XDispatch>(command);
}

} // namespace trinvis::commands
