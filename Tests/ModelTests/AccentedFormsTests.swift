import Testing

@testable import Model

/// The ASCII characters that a scalar outside of ASCII folds to.
private func ascii(_ scalar: Unicode.Scalar) -> [UInt8] {
  Fold.scalars(of: scalar).filter(\.isASCII).map { UInt8($0.value) }
}

@Test func `whatever folds to an ASCII character is one of its forms, wherever it stands`() {
  let scalars = Fold.changing(in: "\u{80}"..."\u{10FFFF}").filter { !ascii($0).isEmpty }
  #expect(scalars.count > 500)
  for scalar in scalars {
    for text in ["\(scalar)", "une \(scalar)", "\(scalar) de plus"] {
      let forms = AccentedForms(of: TextColumn(["rien", text]))
      #expect(ascii(scalar).allSatisfy(forms.contains), "\(scalar.value)")
    }
  }
}

@Test func `a letter has other forms only where there are some`() {
  let western = AccentedForms(of: TextColumn(["Ça, c’est où, œuf, Straße, señor, ýÿ 🎉"]))
  #expect("aceinosuy' ".utf8.allSatisfy(western.contains))
  #expect(!"bdfghjklmpqrtvwxz0123456789#".utf8.contains(where: western.contains))

  let turkish = AccentedForms(of: TextColumn(["Doğru ama yalnız değil", nil, "ｘ"]))
  #expect("gx".utf8.allSatisfy(turkish.contains))
  #expect(!"bdfhjklmpqrtvwz".utf8.contains(where: turkish.contains))
}

/// A column that is longer than what is kept in one piece.
private struct Searching {
  let texts = TextColumn((0..<FoldedTexts.stretch + 10).map { $0 == 7 ? "yağmur" : "pluie" })
  let kept = FoldedTexts(rowCount: FoldedTexts.stretch + 10)

  func rows(_ rows: Range<Int>) -> TextColumn {
    var column = texts.slice(rows)
    column.twin = TextColumn.FoldedTwin(texts: kept, rows: .range(rows))
    return column
  }

  /// Whether a search is told of other forms of g; nil where it is told to fold.
  func hasForms(_ rows: Range<Int>) -> Bool? {
    self.rows(rows).formsForSearch()?.contains(UInt8(ascii: "g"))
  }
}

@Test func `texts are searched as they are written a few times, and then worth folding`() {
  let searching = Searching()
  let (first, second) = (0..<FoldedTexts.stretch, FoldedTexts.stretch..<FoldedTexts.stretch + 10)
  for _ in 0..<FoldedTexts.searchesBeforeFolding { #expect(searching.hasForms(first) == true) }
  #expect(searching.hasForms(first) == nil && searching.hasForms(second) == false)
  #expect(searching.rows(first).keptFoldedTexts == nil)
  #expect(searching.rows(first).foldedTexts[7] == "yagmur")
  #expect(searching.rows(first).keptFoldedTexts?[7] == "yagmur")
  #expect(searching.rows(6..<9).keptFoldedTexts?[1] == "yagmur")
  #expect(searching.rows(second).keptFoldedTexts == nil)
}

@Test func `a few rows are never worth folding for later`() {
  let searching = Searching()
  for _ in 0..<9 {
    #expect(searching.hasForms(5..<9) == true && searching.hasForms(8..<20) == false)
  }
}

@Test func `texts that are kept folded are kept as they are written, and searched as before`() {
  let searching = Searching()
  let (first, second) = (0..<FoldedTexts.stretch, FoldedTexts.stretch..<FoldedTexts.stretch + 10)
  #expect(searching.kept.written(.range(first)) == nil)
  _ = searching.rows(first).foldedTexts
  let written = searching.kept.written(.range(first))
  #expect(written?[7] == "yağmur" && written?.count == first.count)
  #expect(written?.keptFoldedTexts?[7] == "yagmur")
  #expect(searching.kept.written(.range(second)) == nil)
  #expect(searching.kept.written(.range(6..<9)) == nil)
}

@Test func `what keeps folded texts is let go of with the last who holds it`() {
  weak var kept: FoldedTexts?
  do {
    let searching = Searching()
    _ = searching.rows(0..<FoldedTexts.stretch).foldedTexts
    kept = searching.kept
    #expect(kept?.written(.range(0..<FoldedTexts.stretch)) != nil)
  }
  #expect(kept == nil)
}
