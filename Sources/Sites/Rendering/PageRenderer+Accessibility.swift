import Notices

extension PageRenderer {
  /// 无障碍声明: what the office states in site.yml, and how the pages of this theme are used without a mouse. A claim that
  /// nobody made is not made here.
  func accessibilityValues(_ output: PlannedOutput) -> PageValues {
    let statement = configuration.accessibility
    let footer = configuration.footer
    var page = PageValues(title: strings(.accessibility), section: configuration.title)
    page.own = [
      "title": .text(page.title), "standard": .optional(statement.standard),
      "conformance": .optional(statement.conformance.map(word)),
      "unstated": .flag(statement.conformance == nil),
      "contact": .optional(statement.contact), "phone": .optional(footer.phone),
      "email": .optional(footer.email), "days": .optional(statement.answerDays.map { String($0) }),
      "date": .optional(statement.date?.iso),
    ]
    page.own["problems"] = .items(statement.problems.map { ["text": .text($0)] })
    return page
  }

  private func word(_ conformance: SiteConfiguration.Accessibility.Conformance) -> String {
    switch conformance {
    case .full: strings(.conformanceFull)
    case .partial: strings(.conformancePartial)
    case .none: strings(.conformanceNone)
    }
  }
}
