// SPDX-License-Identifier: MPL-2.0
//
// A delivery: the figures of a workbook with all that is needed to understand and to check them, as named files.
//
//     const DeliveryPackage package = make_delivery({workbook, validation, words}, facts, sha256);
//     package.files.front().name;                   // "datapackage.json"
//
// No official form of delivery is known. This one is ours and says so: a Frictionless Data Package, profile "tabular-data-
// package" (specs.frictionlessdata.io: Data Package, Tabular Data Package, Tabular Data Resource, CSV Dialect, Table
// Schema, all version 1), which is datapackage.json and a CSV file a table, and beside it a receipt: receipt.json for
// programs and a text for people.
//
// The same workbook, facts and time give the same bytes. Nothing of the machine or of the person at it is in them.
#pragma once

#include "delivery/delivery_tables.hpp"

#include <functional>

namespace trinvis
{

/// A file of a package: its name there and its bytes.
struct DeliveryFile
{
    std::string name;
    std::string content;
};

/// What a delivery must be told, since the workbook does not know it.
struct DeliveryFacts
{
    std::string time; ///< of making, "2026-11-23T04:46:25+01:00" (RFC 3339)
    std::string product_version;
    std::size_t hidden = 0; ///< numbers that were blanked, in a workbook that is set to be shared
};

/// SHA-256 (FIPS 180-4) of bytes, as 64 small hexadecimal digits.
using Checksum = std::function<std::string(std::string_view)>;

struct DeliveryPackage
{
    std::vector<DeliveryFile> files; ///< datapackage.json, the CSV files, the receipt for people, receipt.json
    std::size_t numbers = 0;
    std::size_t without_number = 0;
    std::size_t names_left_out = 0;
};

/// The name of the receipt for programs.
inline constexpr std::string_view receipt_file = "receipt.json";

/// Makes a delivery of a workbook with a municipality and a readable Indtastning and Katalog; whether it may be delivered
/// is decided before (delivery_refusal).
[[nodiscard]] DeliveryPackage make_delivery(const DeliverySource& source, const DeliveryFacts& facts,
                                            const Checksum& checksum);

/// The content of datapackage.json for some tables with their CSV files, which come in the same order.
[[nodiscard]] std::string data_package_descriptor(const DeliverySource& source, const DeliveryFacts& facts,
                                                  const std::vector<DeliveryTable>& tables,
                                                  const std::vector<DeliveryFile>& csv_files, const Checksum& checksum);

} // namespace trinvis
