// SPDX-License-Identifier: MPL-2.0
//
// A delivery that was made earlier, held against the workbook as it is now: are its files as they were delivered, and does
// the workbook still say the same?
//
//     const auto result = check_delivery(files, workbook, words, sha256);       // a DeliveryCheck or a DeliveryFault
//     const SheetContent sheet = delivery_check_sheet(check, name, workbook, texts);     // Kvitteringstjek
//
// What is read is foreign: whatever the files hold, the answer is a check or a fault.
#pragma once

#include "delivery/receipt.hpp"
#include "table/sheet_content.hpp"

#include <variant>

namespace trinvis
{

/// What became of a file of the delivery.
enum class DeliveredFileState
{
    same,    ///< its checksum is the receipt's
    changed, ///< there, with another checksum
    missing, ///< in the receipt alone
    added    ///< in the package alone
};

struct DeliveredFile
{
    std::string name;
    DeliveredFileState state = DeliveredFileState::same;
};

/// A figure of which delivery and workbook say different things.
struct DeliveredFigure
{
    std::string item;
    std::string name;
    Date cut_off{};
    std::string
        delivered;   ///< as a person reads it: a number, or the word for why there is none; empty when not delivered
    std::string now; ///< the same of the workbook; empty when it has no such item or round
    Place place;     ///< of the cell; sheet -1 when there is none
};

struct DeliveryCheck
{
    Receipt receipt;
    std::vector<DeliveredFile> files;     ///< those that are not the same first
    std::vector<DeliveredFigure> figures; ///< those that differ, in the order of Indtastning, then those that are gone
    std::size_t same_figures = 0;

    [[nodiscard]] std::size_t damaged_files() const;
};

/// Why a package cannot be checked: the key of a sentence and its values.
struct DeliveryFault
{
    std::string key;
    Replacements values;
};

/// Compares. A delivery with hidden numbers is to be compared with a workbook whose numbers are hidden in the same way:
/// `workbook` is then already blanked. Figures come from the package even where its file was changed; the files say so.
[[nodiscard]] std::variant<DeliveryCheck, DeliveryFault> check_delivery(const std::vector<DeliveryFile>& files,
                                                                        const Workbook& workbook, const Words& words,
                                                                        const Checksum& checksum);

/// The receipt among files, nothing when there is none that can be read.
[[nodiscard]] std::optional<Receipt> receipt_in(const std::vector<DeliveryFile>& files);

/// The sheet: two sentences about the whole, then a row for each file that is not the same and each figure that differs.
[[nodiscard]] SheetContent delivery_check_sheet(const DeliveryCheck& check, const std::string& package_name,
                                                const Workbook& workbook, const Texts& texts);

} // namespace trinvis
