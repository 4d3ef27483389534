extension Array where Element: BitwiseCopyable {
  /// Elements told by their places, from 0. Each is written once, and many at a time where they are simple ones:
  /// a map appends one by one, and zeros to begin with are written for nothing.
  @inline(__always)
  init(places: Int, _ element: (Int) -> Element) {
    unsafe self.init(unsafeUninitializedCapacity: places) { elements, count in
      for place in 0..<places { unsafe elements[place] = element(place) }
      count = places
    }
  }
}
