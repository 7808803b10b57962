import Diagnostics

/// The phases of a build, in order. `ARCHITECTURE.md` states the invariant of each.
package enum Phase: Int, Sendable, CaseIterable {
  case scan = 1
  case read, collect, plan, render, check, stage, publish

  package func name(_ language: MessageLanguage) -> String { names.text(language) }

  private var names: LocalizedText {
    switch self {
    case .scan: LocalizedText(zh: "扫描", en: "scan")
    case .read: LocalizedText(zh: "读取", en: "read")
    case .collect: LocalizedText(zh: "编目", en: "collect")
    case .plan: LocalizedText(zh: "规划", en: "plan")
    case .render: LocalizedText(zh: "生成", en: "render")
    case .check: LocalizedText(zh: "检查", en: "check")
    case .stage: LocalizedText(zh: "写出", en: "stage")
    case .publish: LocalizedText(zh: "发布", en: "publish")
    }
  }

  /// What its count counts.
  package func unit(_ language: MessageLanguage) -> String { units.text(language) }

  private var units: LocalizedText {
    switch self {
    case .scan, .stage, .publish: LocalizedText(zh: "个文件", en: "files")
    case .read, .collect: LocalizedText(zh: "份文件", en: "documents")
    case .plan, .render: LocalizedText(zh: "个页面与数据文件", en: "pages and data files")
    case .check: LocalizedText(zh: "个链接", en: "links")
    }
  }
}

/// How long a phase took and how many things it handled.
package struct PhaseReport: Sendable {
  package var phase: Phase
  package var count: Int
  package var seconds: Double
}
