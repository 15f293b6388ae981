// SPDX-License-Identifier: MPL-2.0
//
// Amounts in whole øre, codes of accounts, and the index that fixed prices are computed with.
#include "shipped.hpp"

#include "spending/account_code.hpp"
#include "spending/money.hpp"
#include "spending/price_index.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace trinvis::spending
{

TEST(Money, IsReadInWholeOereWhateverTheNoiseOfDoubles)
{
    EXPECT_EQ(read_amount(0.1 + 0.2)->oere, 30);
    EXPECT_FALSE(read_amount(0.1 + 0.2)->rounded);
    EXPECT_EQ(read_amount(0.125)->oere, 13) << "halves go away from zero";
    EXPECT_EQ(read_amount(-1234.56)->oere, -123456);
    EXPECT_EQ(read_amount(4'999'999'999.99)->oere, 499'999'999'999);
    EXPECT_FALSE(read_amount(4'999'999'999.99)->rounded);
    double tenths = 0;
    for (int i = 0; i < 1000; ++i)
        tenths += 0.1;
    EXPECT_NE(tenths, 100.0);
    EXPECT_EQ(read_amount(tenths)->oere, 10000);
}

TEST(Money, SaysWhereMoreThanTwoDecimalsWereRounded)
{
    EXPECT_EQ(read_amount(1.0 / 3)->oere, 33);
    EXPECT_TRUE(read_amount(1.0 / 3)->rounded);
    EXPECT_TRUE(read_amount(-0.004)->rounded);
    EXPECT_FALSE(read_amount(0)->rounded);
}

TEST(Money, RefusesWhatIsNoAmount)
{
    EXPECT_FALSE(read_amount(std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(read_amount(std::numeric_limits<double>::infinity()));
    EXPECT_FALSE(read_amount(5e9 + 1));
    EXPECT_TRUE(read_amount(-5e9));
}

TEST(Money, IsWrittenToTheOereWithoutFloatingPoint)
{
    EXPECT_EQ(format_kroner(123456789, Language::danish), "1.234.567,89");
    EXPECT_EQ(format_kroner(-5, Language::danish), "-0,05");
    EXPECT_EQ(format_kroner(100000, Language::english), "1,000.00");
    EXPECT_EQ(format_kroner(std::numeric_limits<Oere>::min(), Language::danish), "-92.233.720.368.547.758,08");
}

TEST(Money, IsShortInASentence)
{
    const Texts& danish = tests::words().danish;
    EXPECT_EQ(readable_kroner(912, danish), "912 kr.");
    EXPECT_EQ(readable_kroner(813'400, danish), "813 t.kr.");
    EXPECT_EQ(readable_kroner(-45'630'000, danish), "-45,6 mio. kr.");
}

TEST(AccountCodes, AreTheSameInAllFormsThatExtractsWrite)
{
    const AccountCode code{"5.28.20", "001", 0};
    for (const char* written : {"5.28.20.001", "05.28.20.001", "52820001", "5.28.20.1"})
        EXPECT_EQ(account_code(written, ""), code) << written;
    for (const char* function :
         {"5.28.20", "05.28.20", "52820", "052820", "5.28.20 Opholdssteder mv. for børn og unge"})
        for (const char* grouping : {"1", "001", "01", "001 Plejefamilier"})
            EXPECT_EQ(account_code(function, grouping), code) << function << " " << grouping;
    EXPECT_EQ(account_code("5.28.20.1.001", ""), (AccountCode{"5.28.20", "001", '1'}));
    EXPECT_EQ(account_code("252820001", ""), (AccountCode{"5.28.20", "001", '2'}));
    EXPECT_EQ(account_code("052820001", ""), code);
}

TEST(AccountCodes, ThatAreNoneStayAsTheyWereWritten)
{
    EXPECT_EQ(account_code("Børneområdet", "").function, "Børneområdet");
    EXPECT_EQ(account_code("5.28", "").function, "5.28");
    EXPECT_EQ(account_code("52820-01-02-03", "").function, "5.28.20");
    EXPECT_FALSE(is_function("5.28"));
    EXPECT_FALSE(is_function("528"));
    EXPECT_TRUE(is_function("52820"));
}

TEST(ShippedPrices, AreTheMeansOfThePublishedMonths)
{
    const auto prices = shipped_prices(tests::file_text(tests::templates_dir() / "price_index.json"), Language::danish);
    ASSERT_EQ(prices.size(), 9U);
    EXPECT_EQ(prices.front().year, 2015);
    // Danmarks Statistik, PRIS113: 2015 is the reference year, so its mean is 100.
    EXPECT_EQ(prices.front().index, 100.0);
    // (103.0 + 103.6 + 103.3 + 103.2 + 103.1 + 103.2 + 104.0 + 103.6 + 103.5 + 103.7 + 103.6 + 103.4) / 12
    EXPECT_EQ(prices[5].index, 103.43);
    for (const ShippedPrice& price : prices)
        EXPECT_NE(price.source.find("Danmarks Statistik, PRIS113"), std::string::npos);
}

TEST(ShippedPrices, RefuseAYearWithoutTwelveMonths)
{
    EXPECT_THROW((void)shipped_prices(R"({"years": [{"year": 2015, "months": [100], "source": {"da": "x"}}]})",
                                      Language::danish),
                 std::invalid_argument);
    EXPECT_THROW((void)shipped_prices("[]", Language::danish), std::invalid_argument);
    EXPECT_THROW((void)shipped_prices("no json", Language::danish), std::invalid_argument);
}

} // namespace trinvis::spending
