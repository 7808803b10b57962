/// Lists by unit, most of which are empty: an empty list costs four bytes.
struct UnitLists<Element> {
  /// By unit: the place of its list in `lists`, from 1 on; 0 where it is empty.
  private var places: [Int32]
  private var lists: [[Element]] = []

  init(units count: Int) { places = [Int32](repeating: 0, count: count) }

  /// The units whose lists are not empty, in order.
  var filled: [Int] { lists.isEmpty ? [] : places.indices.filter { places[$0] != 0 } }

  func isEmpty(_ unit: Int) -> Bool { places[unit] == 0 }

  subscript(unit: Int) -> [Element] { isEmpty(unit) ? [] : lists[Int(places[unit]) - 1] }

  mutating func append(_ element: Element, to unit: Int) {
    if isEmpty(unit) { append([element], to: unit) } else { lists[Int(places[unit]) - 1].append(element) }
  }

  mutating func append(_ elements: [Element], to unit: Int) {
    guard !elements.isEmpty else { return }
    guard isEmpty(unit) else {
      lists[Int(places[unit]) - 1] += elements
      return
    }
    lists.append(elements)
    places[unit] = Int32(lists.count)
  }
}
