using System.Globalization;

namespace Wellread.Articles;

/// <summary>Numbers written as words, from two on: "one" is mostly no number.</summary>
internal static class NumberWords
{
    public static IEnumerable<(string Word, int Value)> All { get; } = (
        "two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 dozen 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 "
        + "dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 doce 12 quince 15 veinte 20 treinta 30 cuarenta 40 cincuenta 50")
        .Split(' ').Chunk(2).Select(pair => (pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture))).ToArray();
}
