// SPDX-License-Identifier: MPL-2.0
//
// What office_bench measures with, inside the office: a job that times either the bare bulk read and write of a block of
// cells, a file that is loaded and stored again, or a command of the extension, without a bridge in between.
//
// Arguments: Document, What ("bulk", "load and store", "load, store and pdf" or a command's name), Sheet, Rows, Columns,
// Url (of the file, or of what a command makes). Answer: milliseconds.
#include <chrono>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XDispatch.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>

#include "office/uno.hpp"

namespace
{

using namespace trinvis::office;

double milliseconds(const std::chrono::steady_clock::time_point& since)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since).count();
}

class BenchJob : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo>
{
public:
    explicit BenchJob(const Context& context) : m_context(context)
    {
    }

    css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override
    {
        css::uno::Reference<css::sheet::XSpreadsheetDocument> document;
        rtl::OUString what;
        rtl::OUString sheet;
        rtl::OUString file;
        sal_Int32 rows = 0;
        sal_Int32 columns = 0;
        for (const css::beans::NamedValue& argument : arguments)
        {
            if (argument.Name == "Document")
                document.set(argument.Value, css::uno::UNO_QUERY);
            else if (argument.Name == "What")
                argument.Value >>= what;
            else if (argument.Name == "Sheet")
                argument.Value >>= sheet;
            else if (argument.Name == "Rows")
                argument.Value >>= rows;
            else if (argument.Name == "Columns")
                argument.Value >>= columns;
            else if (argument.Name == "Url")
                argument.Value >>= file;
        }
        if (what.startsWith("load"))
            return css::uno::Any(load_and_store(file, what.endsWith("pdf")));
        return css::uno::Any(what == "bulk" ? bulk(document, sheet, rows, columns) : command(document, what, file));
    }

    rtl::OUString SAL_CALL getImplementationName() override
    {
        return "org.trinvis.bench.Job";
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        return sequence<rtl::OUString>({"org.trinvis.bench.Job"});
    }

private:
    static double bulk(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                       const rtl::OUString& sheet, sal_Int32 rows, sal_Int32 columns)
    {
        const auto block =
            query<css::sheet::XCellRangeData>(query<css::sheet::XSpreadsheet>(document->getSheets()->getByName(sheet))
                                                  ->getCellRangeByPosition(0, 0, columns - 1, rows - 1));
        const auto start = std::chrono::steady_clock::now();
        const auto data = block->getDataArray();
        block->setDataArray(data);
        return milliseconds(start);
    }

    double load_and_store(const rtl::OUString& file, bool pdf)
    {
        const auto desktop = create<css::frame::XComponentLoader>(m_context, "com.sun.star.frame.Desktop");
        const auto start = std::chrono::steady_clock::now();
        const auto document = desktop->loadComponentFromURL(
            file, "_blank", 0, sequence<css::beans::PropertyValue>({property("Hidden", css::uno::Any(true))}));
        const auto stored = query<css::frame::XStorable>(document);
        const auto store = [&](const char* filter, const char* ending)
        {
            stored->storeToURL(file + rtl::OUString::createFromAscii(ending),
                               sequence<css::beans::PropertyValue>(
                                   {property("FilterName", css::uno::Any(rtl::OUString::createFromAscii(filter)))}));
        };
        store("writer8", ".again.odt");
        if (pdf)
            store("writer_pdf_Export", ".again.pdf");
        const double taken = milliseconds(start);
        query<css::util::XCloseable>(document)->close(true);
        return taken;
    }

    double command(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document, const rtl::OUString& name,
                   const rtl::OUString& file)
    {
        const auto handler = create<css::frame::XDispatchProvider>(m_context, "org.trinvis.ProtocolHandler");
        css::util::URL url;
        url.Complete = "org.trinvis:" + name;
        const auto dispatch = handler->queryDispatch(url, rtl::OUString(), 0);
        std::vector<css::beans::PropertyValue> given{property("Document", css::uno::Any(document))};
        if (!file.isEmpty())
            given.push_back(property("Url", css::uno::Any(file)));
        const auto arguments = sequence<css::beans::PropertyValue>(given);
        const auto start = std::chrono::steady_clock::now();
        dispatch->dispatch(url, arguments);
        return milliseconds(start);
    }

    Context m_context;
};

} // namespace

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
trinvis_bench_get_implementation(css::uno::XComponentContext* context,
                                 const css::uno::Sequence<css::uno::Any>& /*unused*/)
{
    return cppu::acquire(new BenchJob(context));
}
