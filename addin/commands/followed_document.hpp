// SPDX-License-Identifier: MPL-2.0
//
// A key-figure workbook that is open in a window, followed while a person works in it: changes are waited out, the document
// is read again on the office's own thread, and a thread of its own asks the rules.
//
//     const auto followed = FollowedDocument::of(context, model);
//     followed->listen(told);                       // a std::shared_ptr<Told>; forgotten when it goes
//
// All is called on the office's own thread, but for changed(), which the document may call from anywhere. The thread of its
// own touches no office object: it gets copies, and hands its results to the office's message queue.
#pragma once

#include "commands/follow_exchange.hpp"
#include "office/uno.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/weakref.hxx>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace trinvis::commands
{

class FollowedDocument : public std::enable_shared_from_this<FollowedDocument>
{
public:
    using Told = std::function<void(const FollowState&)>;

    /// The one that follows a document; all that ask for the same document share it, and it ends with the last of them.
    /// Null when the document is no key-figure workbook.
    [[nodiscard]] static std::shared_ptr<FollowedDocument> of(const office::Context& context,
                                                              const css::uno::Reference<css::frame::XModel>& model);

    /// What was found in a document that is followed; null where it is not followed, or has changed since.
    [[nodiscard]] static std::shared_ptr<const FindingsView>
    view_up_to_date(const css::uno::Reference<css::frame::XModel>& model);

    /// Has a document read again whose changes are not followed, where there were any.
    static void catch_up(const css::uno::Reference<css::frame::XModel>& model);

    FollowedDocument(const office::Context& context, const css::uno::Reference<css::frame::XModel>& model);
    FollowedDocument(const FollowedDocument&) = delete;
    FollowedDocument& operator=(const FollowedDocument&) = delete;
    ~FollowedDocument();

    /// Whether this is the document that is followed.
    [[nodiscard]] bool is_of(const css::uno::Reference<css::frame::XModel>& model) const;

    /// Tells at once how things stand, and then whenever that changes.
    void listen(const std::shared_ptr<Told>& told);

    /// Reads the document as soon as possible, also where changes are not followed.
    void look();
    /// From now on the workbook is compared too, whenever it has been left in peace for a moment.
    void want_comparison();
    /// Ends a run that is under way.
    void stop();

    /// The document says that something changed; not certainly where it may only have been loaded or saved.
    void changed(bool certainly);
    /// The document is being closed.
    void closed();
    /// The message queue calls: reads when that is due, and tells what there is to tell.
    void turn();

private:
    void start();
    [[nodiscard]] bool is_of_now(Changes of);
    void read();
    void tell();

    office::Context m_context;
    css::uno::WeakReference<css::frame::XModel> m_model;
    css::uno::Reference<css::util::XModifyListener> m_listener;
    std::shared_ptr<FollowExchange> m_exchange;
    FollowState m_state;
    Changes m_read_of = 0;               ///< when the document was read last
    Changes m_same_until = 0;            ///< and until when it was seen to be the same
    std::optional<WorkbookCells> m_read; ///< what was read, where changes are not followed and none was seen since
    std::vector<std::weak_ptr<Told>> m_told;
};

} // namespace trinvis::commands
