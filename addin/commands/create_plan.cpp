// SPDX-License-Identifier: MPL-2.0
#include "commands/commands.hpp"
#include "commands/documents.hpp"

namespace trinvis::commands
{

rtl::OUString create_plan(const office::Context& context, const Model& model, const rtl::OUString& url)
{
    return create_document(context, model, url, {});
}

} // namespace trinvis::commands
