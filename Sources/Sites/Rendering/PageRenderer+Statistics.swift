import Notices

extension PageRenderer {
  func statisticsValues(_ output: PlannedOutput) -> PageValues {
    var page = PageValues(title: strings(.statistics), section: configuration.title)
    let charts = [yearChart, organChart, validityChart, delayChart, coverageChart].compactMap { $0 }
    page.own = [
      "title": .text(strings(.statistics)), "total": .number(catalog.entries.count),
      "charts": .list(
        charts.map { chart in
          [
            "id": .text(chart.id), "title": .text(chart.title), "finding": .text(chart.finding),
            "svg": .html(chart.svg),
            "rows": .list(chart.bars.map { ["name": .text($0.name), "value": .number($0.value)] }),
          ]
        }),
    ]
    return page
  }

  private var yearChart: BarChart? {
    chart("years", .statisticsYears, bars(.year, limit: 30))
  }

  private var organChart: BarChart? {
    var shown = bars(.organ, limit: FacetLinks.shown)
    let rest = catalog.facet(.organ).values.dropFirst(FacetLinks.shown)
    if !rest.isEmpty {
      let others = Set(rest.flatMap(\.entries)).count
      shown.append(.init(name: strings(.statisticsOthers, String(rest.count)), value: others))
    }
    return chart("organs", .statisticsOrgans, shown)
  }

  private var validityChart: BarChart? {
    chart("validity", .statisticsValidity, bars(.validity, limit: 10))
  }

  /// 条例 art. 26: twenty working days from the making of the information.
  private var delayChart: BarChart? {
    var within = 0
    var late = 0
    for entry in catalog.entries {
      guard let issued = entry.record.dates.issued, let published = entry.record.dates.published,
        published >= issued
      else { continue }
      if WorkingDays.between(issued, published) <= 20 { within += 1 } else { late += 1 }
    }
    guard within + late > 0 else { return nil }
    return chart(
      "delay", .statisticsDelay,
      [
        .init(name: strings(.statisticsWithin), value: within),
        .init(name: strings(.statisticsLate), value: late),
      ])
  }

  private var coverageChart: BarChart? {
    let classes = DisclosureTree(catalog, configuration).classes.filter { $0.count > 0 }
    return chart("coverage", .statisticsCoverage, classes.map { .init(name: $0.name, value: $0.count) })
  }

  private func bars(_ facet: FacetName, limit: Int) -> [BarChart.Bar] {
    catalog.facet(facet).values.prefix(limit).map {
      .init(name: facetLinks.name(facet, $0.value), value: $0.entries.count)
    }
  }

  private func chart(_ id: String, _ title: StringKey, _ bars: [BarChart.Bar]) -> BarChart? {
    guard let most = bars.max(by: { $0.value < $1.value }), most.value > 0 else { return nil }
    return BarChart(
      id: id, title: strings(title), finding: strings(.statisticsFinding, most.name, String(most.value)),
      bars: bars)
  }
}

/// Days from Monday to Friday; public holidays are not known to the generator and count as working days.
enum WorkingDays {
  /// Working days after `first`, up to and including `last`. Constant time.
  static func between(_ first: CivilDate, _ last: CivilDate) -> Int {
    count(through: last.daysSinceEpoch) - count(through: first.daysSinceEpoch)
  }

  /// Working days from Monday, 1969-12-29 (day −3) through a day.
  private static func count(through day: Int) -> Int {
    let days = day + 4
    let weeks = days >= 0 ? days / 7 : (days - 6) / 7
    return weeks * 5 + min(days - weeks * 7, 5)
  }
}

/// The catalogue as the law orders it: its classes with the catalogues of this site.
struct DisclosureTree {
  struct Class {
    var name: String
    /// Indices into the values of the catalogue facet.
    var values: [Int]
    /// Documents, each once.
    var count: Int
  }

  /// In the order of the law; catalogues that fit no class come last, under an empty name.
  let classes: [Class]

  init(_ catalog: Catalog, _ configuration: SiteConfiguration) {
    let kinds = DisclosureClass.all(configuration.level)
    let values = catalog.facet(.catalog).values
    var byClass: [[Int]] = Array(repeating: [], count: kinds.count + 1)
    for (at, value) in values.enumerated() {
      byClass[DisclosureClass.index(of: value.value, in: kinds) ?? kinds.count].append(at)
    }
    classes = byClass.enumerated().map { index, members in
      Class(
        name: index < kinds.count ? kinds[index].name : "", values: members,
        count: Set(members.flatMap { values[$0].entries }).count)
    }
  }
}
