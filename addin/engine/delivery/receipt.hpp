// SPDX-License-Identifier: MPL-2.0
//
// The receipt of a delivery: when it was made, from what, what was checked, and the checksum of each of its files.
//
//     const Receipt receipt = receipt_of(source, facts, package, files, sha256);
//     receipt_json(receipt);                        // receipt.json
//     receipt_text(receipt, texts);                 // the same for people
//     const auto read = read_receipt(content);      // nothing when it is none
//
// A checksum shows that a file was changed by accident or by hand. It is no signature: who changes a file can write a new
// receipt as well, and the text says so.
#pragma once

#include "delivery/delivery_package.hpp"

#include <optional>

namespace trinvis
{

struct ReceiptFile
{
    std::string name;
    std::size_t bytes = 0;
    std::string checksum;
};

struct Receipt
{
    std::string time; ///< as in DeliveryFacts
    std::string product_version;
    std::string catalogue_version; ///< as Stamdata says it; empty when it says none
    std::string municipality;      ///< its code
    std::string municipality_name;
    std::string data_note;
    bool shared = false;
    int threshold = 5;
    std::size_t hidden = 0;
    std::size_t numbers = 0;
    std::size_t without_number = 0;
    std::size_t names_left_out = 0;
    std::size_t values_checked = 0;
    std::size_t rules_run = 0;
    std::size_t rules_broken = 0;
    SeverityCounts counts;
    std::size_t explained = 0;
    std::vector<std::string> cut_offs; ///< ISO dates
    std::vector<ReceiptFile> files;    ///< all but receipt.json; the text for people is not in its own list
};

/// Gathers what a receipt says; `files` are those of the package without the receipt.
[[nodiscard]] Receipt receipt_of(const DeliverySource& source, const DeliveryFacts& facts, const DeliveryTables& tables,
                                 const std::vector<DeliveryFile>& files, const Checksum& checksum);

[[nodiscard]] std::string receipt_json(const Receipt& receipt);

/// Lines that end in CR LF, as all programs for plain text read them. The lines of the checksums are as the tool
/// sha256sum writes them.
[[nodiscard]] std::string receipt_text(const Receipt& receipt, const Texts& texts);

/// Reads what receipt_json wrote; nothing for any other content.
[[nodiscard]] std::optional<Receipt> read_receipt(std::string_view content);

/// "23-11-2026 kl. 04.46" from "2026-11-23T04:46:25+01:00"; a time that is none comes back as it is.
[[nodiscard]] std::string readable_time(const std::string& time, const Texts& texts);

} // namespace trinvis
