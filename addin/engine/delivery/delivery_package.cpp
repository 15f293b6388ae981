// SPDX-License-Identifier: MPL-2.0
#include "delivery/delivery_package.hpp"

#include "delivery/receipt.hpp"

namespace trinvis
{

DeliveryPackage make_delivery(const DeliverySource& source, const DeliveryFacts& facts, const Checksum& checksum)
{
    const Texts& texts = source.words.in(source.workbook.language);
    const DeliveryTables tables = delivery_tables(source);
    std::vector<DeliveryFile> csv_files;
    csv_files.reserve(tables.tables.size());
    for (const DeliveryTable& table : tables.tables)
        csv_files.push_back({table.name + ".csv", delivery_csv(table)});
    DeliveryPackage package;
    package.numbers = tables.numbers;
    package.without_number = tables.without_number;
    package.names_left_out = tables.names_left_out;
    package.files.push_back(
        {"datapackage.json", data_package_descriptor(source, facts, tables.tables, csv_files, checksum)});
    package.files.insert(package.files.end(), csv_files.begin(), csv_files.end());
    Receipt receipt = receipt_of(source, facts, tables, package.files, checksum);
    const DeliveryFile& text =
        package.files.emplace_back(DeliveryFile{texts.get("delivery.receipt.file_name"), receipt_text(receipt, texts)});
    receipt.files.push_back({text.name, text.content.size(), checksum(text.content)});
    package.files.push_back({std::string(receipt_file), receipt_json(receipt)});
    return package;
}

} // namespace trinvis
