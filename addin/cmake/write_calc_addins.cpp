// SPDX-License-Identifier: MPL-2.0
//
// Writes CalcAddIns.xcu for the package, from the function table and the texts.
//
//     write_calc_addins DA.json EN.json CalcAddIns.xcu
#include "functions/configuration.hpp"

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace
{

trinvis::Texts texts_in(const char* path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error(std::string("cannot open ") + path);
    return trinvis::Texts::from_json(std::string{std::istreambuf_iterator<char>(file), {}});
}

} // namespace

int main(int count, char** words)
{
    if (count != 4)
    {
        std::cerr << "usage: write_calc_addins DA.json EN.json CalcAddIns.xcu\n";
        return 2;
    }
    try
    {
        std::ofstream out(words[3], std::ios::binary);
        out << trinvis::functions::calc_addins_xcu({texts_in(words[1]), texts_in(words[2])});
        if (!out.flush())
            throw std::runtime_error(std::string("cannot write ") + words[3]);
        return 0;
    }
    catch (const std::exception& fault)
    {
        std::cerr << fault.what() << '\n';
        return 1;
    }
}
