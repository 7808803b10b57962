/// Writing the stage, exchanging it with the site, rolling back: phases 7 and 8.
extension DiagnosticKind {
  static let publishing: [DiagnosticKind] = [
    diskFull, fileSystemReadOnly, permissionDenied, tooManyOpenFiles, fileOperationFailed, outputIsFile,
    outputIsLink, outputWriteProtected, outputNotOurs, outputOverlaps, outputIsMount, outputPathUnsafe,
    previousNotKept, buildRunning, buildInterrupted,
    publishedInTwoSteps, nothingToRollBack, idsNotKept, stageDiffers, optionInvalid, strictRefusal,
  ]

  public static let diskFull = DiagnosticKind(
    "disk-full", .error,
    message: LocalizedText(
      zh: "磁盘或配额已满，无法写入 {0}", en: "the disk or quota is full: {0} cannot be written"),
    explanation: LocalizedText(
      zh: "新站点写在旧站点旁边，写完才交换，所以需要放得下两份站点的空间。旧站点没有改动。",
      en:
        "The new site is written beside the old one and exchanged when it is complete, so there must be room for both. The old site is untouched."
    ),
    fix: LocalizedText(zh: "腾出空间后再运行一次", en: "make room and run the command again"))

  public static let fileSystemReadOnly = DiagnosticKind(
    "file-system-read-only", .error,
    message: LocalizedText(
      zh: "文件系统是只读的，无法写入 {0}", en: "the file system is read-only: {0} cannot be written"),
    explanation: LocalizedText(
      zh: "站点要写到可以写入的磁盘上。旧站点没有改动。",
      en: "A site needs a disk that can be written. The old site is untouched."),
    fix: LocalizedText(
      zh: "用 --output 指定别的位置，或者重新挂载为可写", en: "name another place with --output, or mount it for writing"))

  public static let permissionDenied = DiagnosticKind(
    "permission-denied", .error,
    message: LocalizedText(
      zh: "没有权限：{0}（{1}）", en: "permission denied: {0} ({1})"),
    explanation: LocalizedText(
      zh: "运行命令的用户不能对这个文件或文件夹做这个操作。",
      en: "The user who runs the command may not do this to the file or folder."),
    fix: LocalizedText(
      zh: "检查它和上一级文件夹的所有者与权限", en: "check the owner and the permissions of it and of the folder above"))

  public static let tooManyOpenFiles = DiagnosticKind(
    "too-many-open-files", .error,
    message: LocalizedText(
      zh: "打开的文件太多，无法打开 {0}", en: "too many open files: {0} cannot be opened"),
    explanation: LocalizedText(
      zh: "系统给每个进程的文件数有上限。", en: "The system limits how many files a process may have open."),
    fix: LocalizedText(
      zh: "提高 ulimit -n，或者减小 --jobs", en: "raise ulimit -n, or lower --jobs"))

  public static let fileOperationFailed = DiagnosticKind(
    "file-operation-failed", .error,
    message: LocalizedText(zh: "{0}：{1} 失败（{2}）", en: "{0}: {1} failed ({2})"),
    explanation: LocalizedText(
      zh: "系统调用返回了少见的错误，括号里是系统给出的说明。",
      en: "A system call failed for an uncommon reason; the system's own words are in brackets."),
    fix: LocalizedText(zh: "按括号里的说明检查磁盘", en: "check the disk for what the brackets say"))

  public static let outputIsFile = DiagnosticKind(
    "output-is-file", .error,
    message: LocalizedText(
      zh: "输出位置 {0} 是一个文件，不是文件夹", en: "the output {0} is a file, not a folder"),
    explanation: LocalizedText(
      zh: "站点是一个文件夹。为免丢失资料，不会覆盖已有的文件。",
      en: "A site is a folder. The file is not overwritten, so that nothing is lost."),
    fix: LocalizedText(
      zh: "把文件移走，或者用 --output 指定别的位置", en: "move the file away, or name another place with --output"))

  public static let outputIsLink = DiagnosticKind(
    "output-is-link", .error,
    message: LocalizedText(
      zh: "输出位置 {0} 是一个符号链接", en: "the output {0} is a symbolic link"),
    explanation: LocalizedText(
      zh: "发布时整个文件夹一次交换；交换的会是链接本身，而不是它指向的文件夹。",
      en:
        "Publishing exchanges the whole folder in one step; it would exchange the link, not the folder behind it."
    ),
    fix: LocalizedText(
      zh: "用 --output 直接写出真正的文件夹", en: "name the real folder with --output"))

  public static let outputWriteProtected = DiagnosticKind(
    "output-write-protected", .error,
    message: LocalizedText(
      zh: "输出文件夹 {0} 是只读的", en: "the output folder {0} is write-protected"),
    explanation: LocalizedText(
      zh: "有人去掉了它的写权限，这通常是故意的，所以没有替换它。",
      en: "Somebody took away the permission to write, usually on purpose, so it is not replaced."),
    fix: LocalizedText(
      zh: "运行 chmod u+w 恢复写权限，或者用 --output 指定别的位置",
      en: "allow writing with chmod u+w, or name another place with --output"))

  public static let outputNotOurs = DiagnosticKind(
    "output-not-a-site", .error,
    message: LocalizedText(
      zh: "{0} 里有不是本程序生成的文件（例如 {1}），没有替换",
      en: "{0} holds files that were not built by this program (such as {1}); it is not replaced"),
    explanation: LocalizedText(
      zh: "发布会替换整个输出文件夹。只有空文件夹、只含隐藏文件的文件夹和以前生成的站点（有 .gongkai-site 标记）才会被替换，以免误删别的资料。",
      en:
        "Publishing replaces the whole output folder. Only an empty folder, one with hidden files alone, or a site built before (marked by .gongkai-site) is replaced, so that nobody's files are lost."
    ),
    fix: LocalizedText(
      zh: "换一个空文件夹，或者先把里面的文件移走", en: "choose an empty folder, or move its files away first"))

  public static let outputOverlaps = DiagnosticKind(
    "output-overlaps", .error,
    message: LocalizedText(
      zh: "输出位置 {0} 与项目的 {1} 重叠", en: "the output {0} overlaps with {1} of the project"),
    explanation: LocalizedText(
      zh: "替换输出文件夹会连同原文、主题或整个项目一起替换掉。",
      en: "Replacing the output would replace the documents, the themes or the whole project with it."),
    fix: LocalizedText(
      zh: "用 --output 指定原文和主题以外的文件夹", en: "name a folder apart from content and themes with --output"))

  public static let outputIsMount = DiagnosticKind(
    "output-is-mount", .error,
    message: LocalizedText(
      zh: "输出位置 {0} 是挂载点或在另一个文件系统上", en: "the output {0} is a mount point or lies on another file system"),
    explanation: LocalizedText(
      zh: "整个文件夹只能在同一个文件系统里一次交换；挂载点（例如容器的卷）本身不能换掉。",
      en:
        "Folders are exchanged in one step within one file system; a mount point (such as a container's volume) cannot be replaced itself."
    ),
    fix: LocalizedText(
      zh: "用 --output 指定挂载点里面的一个子文件夹", en: "name a folder inside the mount point with --output"))

  public static let outputPathUnsafe = DiagnosticKind(
    "output-path-unsafe", .error,
    message: LocalizedText(
      zh: "计划写出的路径“{0}”不安全", en: "the planned path {0} is not safe"),
    explanation: LocalizedText(
      zh: "站点里的路径不能离开站点文件夹，名字不能超过 255 字节，不能有控制字符和反斜线。没有发布。",
      en:
        "Paths of a site stay inside its folder; names have at most 255 bytes, no control characters and no backslash. Nothing is published."
    ),
    fix: LocalizedText(zh: "这是程序的错误，请报告", en: "this is a fault of the program; please report it"))

  public static let previousNotKept = DiagnosticKind(
    "previous-not-kept", .warning,
    message: LocalizedText(
      zh: "新站点已经发布，但旧站点没有整理好：{0}",
      en: "the new site is published, but the old one could not be put away: {1}"),
    explanation: LocalizedText(
      zh: "旧站点留作 gongkai rollback 之用；这一次可能无法恢复到它。下一次构建会再整理。",
      en:
        "The old site is kept for gongkai rollback, which may not find it this time. The next build tidies up."
    ),
    fix: LocalizedText(
      zh: "检查 .gongkai 文件夹的权限和空间", en: "check the permissions of the .gongkai folder and the room on the disk"
    ))

  public static let buildRunning = DiagnosticKind(
    "build-running", .error,
    message: LocalizedText(
      zh: "另一个构建正在使用 {0}", en: "another build is using {0}"),
    explanation: LocalizedText(
      zh: "两个构建不能同时写同一个站点。锁由系统持有，进程结束（包括被杀掉）时自动释放，不会留下旧锁。",
      en:
        "Two builds cannot write one site at once. The lock is held by the system and goes with the process, however it ends, so it cannot be stale."
    ),
    fix: LocalizedText(zh: "等它结束后再运行", en: "wait until it has ended and run the command again"))

  public static let buildInterrupted = DiagnosticKind(
    "build-interrupted", .error,
    message: LocalizedText(
      zh: "构建被中断，没有发布", en: "the build was interrupted; nothing is published"),
    explanation: LocalizedText(
      zh: "未完成的部分已经清理，旧站点没有改动。",
      en: "What was unfinished is removed, and the old site is untouched."),
    fix: LocalizedText(zh: "需要时再运行一次", en: "run the command again when you need to"))

  public static let publishedInTwoSteps = DiagnosticKind(
    "published-in-two-steps", .note,
    message: LocalizedText(
      zh: "这个文件系统不能一步交换文件夹，改用两次改名发布",
      en: "this file system cannot exchange folders in one step; the site was published by two renames"),
    explanation: LocalizedText(
      zh: "两次改名之间站点有几微秒不存在；如果恰好在这时断电，下一次运行任何构建命令都会补完。",
      en:
        "Between the two the site is absent for some microseconds; should the machine stop just then, the next build completes the second."
    ),
    fix: LocalizedText(
      zh: "需要严格不中断时，把站点放在 ext4、XFS 或 Btrfs 上",
      en: "keep the site on ext4, XFS or Btrfs where this matters"))

  public static let nothingToRollBack = DiagnosticKind(
    "nothing-to-roll-back", .error,
    message: LocalizedText(
      zh: "没有可以恢复的上一次构建", en: "there is no previous build to roll back to"),
    explanation: LocalizedText(
      zh: "每次发布都会保留上一个站点；只发布过一次时还没有。",
      en: "Each build keeps the site before it; after the first one there is none."),
    fix: LocalizedText(zh: "改正原文后重新构建", en: "correct the documents and build again"))

  public static let idsNotKept = DiagnosticKind(
    "ids-not-kept", .error,
    message: LocalizedText(
      zh: "无法保存 {0}：{1}", en: "{0} cannot be kept: {1}"),
    explanation: LocalizedText(
      zh: "每份文件的网址编号在第一次构建时选定，记在这个文件里。存不下来，以后改标题时网址就可能变。",
      en:
        "The id in a document's address is chosen by its first build and kept in this file. Unless it is kept, an address may change with a title."
    ),
    fix: LocalizedText(
      zh: "让运行命令的用户可以写 content 文件夹", en: "let the user who runs the command write in the content folder"))

  public static let stageDiffers = DiagnosticKind(
    "stage-differs", .error,
    message: LocalizedText(
      zh: "写出的文件与计划不符：{0}", en: "the files written differ from the plan: {0}"),
    explanation: LocalizedText(
      zh: "发布之前会核对：计划了多少文件就写多少文件，不多也不少。有别的程序改动了构建文件夹，或者程序有错。没有发布。",
      en:
        "Before publishing, the stage is compared with the plan: no file more, no file less. Some other program changed the folder, or there is a fault in this one. Nothing is published."
    ),
    fix: LocalizedText(
      zh: "再运行一次；如果还是这样，请报告", en: "run the command again, and report it if it stays"))

  public static let optionInvalid = DiagnosticKind(
    "option-invalid", .error,
    message: LocalizedText(
      zh: "{0} 的值“{1}”不对", en: "{1} is not a value for {0}"),
    explanation: LocalizedText(
      zh: "命令行或环境变量里给出的值无法使用。",
      en: "The value given on the command line or in the environment cannot be used."),
    fix: LocalizedText(zh: "应当是：{2}", en: "it should be: {2}"))

  public static let strictRefusal = DiagnosticKind(
    "strict-refusal", .error,
    message: LocalizedText(
      zh: "有 {0} 个错误，按 --strict 的要求没有发布",
      en: "{0} errors: with --strict nothing is published"),
    explanation: LocalizedText(
      zh: "没有 --strict 时，有错的文件会被跳过，其余照常发布。",
      en: "Without --strict, files with errors are left out and the rest is published."),
    fix: LocalizedText(zh: "改正上面的错误后再运行", en: "correct the errors above and run the command again"))
}
