/// Finding the project, scanning its folders, reading files: phases 1 and 2.
extension DiagnosticKind {
  static let building: [DiagnosticKind] = [
    projectNotFound, contentNotFolder, contentEmpty, fileUnreadable, fileNameNotUTF8,
    fileNameControlCharacter,
    fileNameTraversal, fileNameTooLong, fileNameLeadingDash, fileNamesCollide, folderTooDeep, tooManyFiles,
    notARegularFile, linkLeavesFolder, linkToFolder, linkLoop, linkBroken,
    fileChanged, themeUnusable, themeFileTooLarge, textLost, unexpectedFailure,
  ]

  public static let projectNotFound = DiagnosticKind(
    "project-not-found", .error,
    message: LocalizedText(
      zh: "从 {0} 往上都没有找到 content 文件夹", en: "no content folder in {0} or any folder above it"),
    explanation: LocalizedText(
      zh: "站点的原文都放在名为 content 的文件夹里；含有它的文件夹就是项目。命令从当前文件夹开始逐级往上找。",
      en:
        "The documents of a site lie in a folder named content; the folder that holds it is the project. Commands look for it from the current folder upwards."
    ),
    fix: LocalizedText(
      zh: "进入项目文件夹再运行，或者用 --content 指明 content 文件夹的位置",
      en: "run the command inside the project, or name the folder with --content"))

  public static let contentNotFolder = DiagnosticKind(
    "content-not-a-folder", .error,
    message: LocalizedText(zh: "{0} 不是文件夹", en: "{0} is not a folder"),
    explanation: LocalizedText(
      zh: "--content 要给出存放原文的文件夹。", en: "--content names the folder that holds the documents."),
    fix: LocalizedText(zh: "检查路径", en: "check the path"))

  public static let contentEmpty = DiagnosticKind(
    "content-empty", .warning,
    message: LocalizedText(
      zh: "{0} 里没有任何可以发布的文件", en: "{0} holds no document to publish"),
    explanation: LocalizedText(
      zh: "没有找到 .txt、.md 或 .html 文件，生成的站点只有首页和空的列表。",
      en: "No .txt, .md or .html file was found; the site has a home page and empty lists."),
    fix: LocalizedText(
      zh: "把原文文件放进这个文件夹", en: "drop the documents into this folder"))

  public static let fileUnreadable = DiagnosticKind(
    "file-unreadable", .error,
    message: LocalizedText(zh: "读不了这个文件：{0}", en: "this file cannot be read: {1}"),
    explanation: LocalizedText(
      zh: "系统拒绝读取，或者文件在扫描之后被移走了。其余文件照常发布。",
      en:
        "The system refused to read the file, or it was moved away after the scan. The other files are published."
    ),
    fix: LocalizedText(
      zh: "检查文件是否还在，以及运行命令的用户有没有读取权限",
      en: "check that the file is still there and that the user who runs the command may read it"))

  public static let fileNameNotUTF8 = DiagnosticKind(
    "file-name-not-utf8", .error,
    message: LocalizedText(zh: "文件名不是 UTF-8，没有读取", en: "the file name is not UTF-8; the file is not read"),
    explanation: LocalizedText(
      zh: "从 Windows 打包的 zip 解压时，中文文件名常常变成 GBK 字节，任何网址都无法可靠地写出它。",
      en:
        "Names of archives packed on Windows are often unpacked as GBK bytes; no address can spell them reliably."
    ),
    fix: LocalizedText(
      zh: "重新命名这个文件（可以用 convmv -f gbk -t utf8 批量转换）",
      en: "rename the file (convmv -f gbk -t utf8 converts many at once)"))

  public static let fileNameControlCharacter = DiagnosticKind(
    "file-name-control-character", .error,
    message: LocalizedText(
      zh: "文件名里有控制字符或改变文字方向的字符，没有读取",
      en:
        "the file name has control characters or marks that turn the reading direction; the file is not read"),
    explanation: LocalizedText(
      zh: "这样的名字在屏幕上看到的和实际的不一样，可以把一个文件伪装成另一个，也能打乱终端和网页。",
      en:
        "Such a name does not show on the screen as it is: it can disguise one file as another, and it upsets terminals and pages."
    ),
    fix: LocalizedText(zh: "重新命名这个文件", en: "rename the file"))

  public static let fileNameTraversal = DiagnosticKind(
    "file-name-traversal", .error,
    message: LocalizedText(
      zh: "文件名以 .. 开头或含有反斜线，没有读取",
      en: "the file name begins with .. or has a backslash; the file is not read"),
    explanation: LocalizedText(
      zh: "在一些服务器和系统上，这样的名字会被当作“上一级文件夹”，读写到站点以外。",
      en: "Some servers and systems read such a name as the folder above and leave the site."),
    fix: LocalizedText(zh: "重新命名这个文件", en: "rename the file"))

  public static let fileNameTooLong = DiagnosticKind(
    "file-name-too-long", .error,
    message: LocalizedText(
      zh: "文件名超过 255 字节（约 85 个汉字），没有读取",
      en: "the file name has more than 255 bytes (about 85 Chinese characters); the file is not read"),
    explanation: LocalizedText(
      zh: "大多数文件系统和打包工具放不下更长的名字，站点会无法复制。",
      en: "Most file systems and archives cannot hold a longer name, so the site could not be copied."),
    fix: LocalizedText(zh: "缩短文件名；标题写在文件里就够了", en: "shorten the name; the title belongs into the file"))

  public static let fileNameLeadingDash = DiagnosticKind(
    "file-name-leading-dash", .warning,
    message: LocalizedText(zh: "文件名以 - 开头", en: "the file name begins with a dash"),
    explanation: LocalizedText(
      zh: "文件照常发布，但许多命令会把这样的名字当作选项，备份和同步时可能出错。",
      en:
        "The file is published, but many commands take such a name for an option; backups and copies may go wrong."
    ),
    fix: LocalizedText(zh: "去掉开头的 -", en: "drop the dash"))

  public static let fileNamesCollide = DiagnosticKind(
    "file-names-collide", .error,
    message: LocalizedText(
      zh: "同一个文件夹里有两个看起来完全相同的文件名，只读取了一个",
      en: "two names in one folder look exactly alike; only one of the files is read"),
    explanation: LocalizedText(
      zh: "两个名字用不同的 Unicode 字节写出同样的文字（组合字符与预组字符），常见于在 macOS 和其他系统之间复制。",
      en:
        "The names spell the same characters with different Unicode bytes (composed and decomposed), as copies between macOS and other systems do."
    ),
    fix: LocalizedText(zh: "删除或改名其中一个", en: "remove or rename one of them"))

  public static let folderTooDeep = DiagnosticKind(
    "folder-too-deep", .error,
    message: LocalizedText(zh: "文件夹超过 40 层，没有再往下读", en: "folders deeper than 40 levels are not read"),
    explanation: LocalizedText(
      zh: "真实的资料只有几层；更深的多半是复制出错造成的重复嵌套。",
      en: "Real collections have a few levels; deeper ones come from a copy gone wrong."),
    fix: LocalizedText(zh: "把资料移到较浅的文件夹", en: "move the files up"))

  public static let tooManyFiles = DiagnosticKind(
    "too-many-files", .error,
    message: LocalizedText(
      zh: "文件超过两百万个，后面的没有读取", en: "more than two million files; the rest is not read"),
    explanation: LocalizedText(
      zh: "这通常是把整个磁盘或个人文件夹放进了 content。",
      en: "Usually a whole disk or home folder was put into content."),
    fix: LocalizedText(zh: "只在 content 里保留要公开的文件", en: "keep only what is to be published in content"))

  public static let notARegularFile = DiagnosticKind(
    "not-a-regular-file", .warning,
    message: LocalizedText(
      zh: "这是管道、套接字或设备，不是文件，没有读取", en: "a pipe, socket or device, not a file; it is not read"),
    explanation: LocalizedText(
      zh: "读取它可能永远等不到结尾。", en: "Reading it might never end."),
    fix: LocalizedText(zh: "把它移出 content", en: "move it out of content"))

  public static let linkLeavesFolder = DiagnosticKind(
    "link-leaves-content", .error,
    message: LocalizedText(
      zh: "符号链接指向文件夹之外，没有跟随", en: "the symbolic link leads out of the folder; it is not followed"),
    explanation: LocalizedText(
      zh: "跟随它会把服务器上本不公开的文件发布出去。",
      en: "Following it could publish files of the machine that are not meant to be public."),
    fix: LocalizedText(zh: "把要公开的文件复制进来，代替链接", en: "copy the file in, instead of the link"))

  public static let linkToFolder = DiagnosticKind(
    "link-to-folder", .warning,
    message: LocalizedText(
      zh: "指向文件夹的符号链接，没有跟随", en: "a symbolic link to a folder is not followed"),
    explanation: LocalizedText(
      zh: "跟随它会把同一批文件读两遍，或者绕成循环。",
      en: "Following it would read the same files twice, or go round in circles."),
    fix: LocalizedText(
      zh: "把文件夹本身移到这里", en: "move the folder itself here"))

  public static let linkLoop = DiagnosticKind(
    "link-loop", .warning,
    message: LocalizedText(zh: "符号链接绕成了循环", en: "the symbolic link goes round in circles"),
    explanation: LocalizedText(zh: "它不指向任何文件。", en: "It leads to no file."),
    fix: LocalizedText(zh: "删除这个链接", en: "remove the link"))

  public static let linkBroken = DiagnosticKind(
    "link-broken", .warning,
    message: LocalizedText(zh: "符号链接指向的文件不存在", en: "the symbolic link leads to a file that does not exist"),
    explanation: LocalizedText(
      zh: "原来的文件可能被移走或改名了。", en: "The file may have been moved or renamed."),
    fix: LocalizedText(zh: "恢复那个文件，或者删除链接", en: "restore the file, or remove the link"))

  public static let fileChanged = DiagnosticKind(
    "file-changed", .error,
    message: LocalizedText(
      zh: "文件在构建过程中被改动或移走了", en: "the file was changed or moved away during the build"),
    explanation: LocalizedText(
      zh: "列表按改动前的内容编排，页面会与它不一致，所以没有发布。旧站点没有改动。",
      en:
        "Lists were made from what it held before, and its page would disagree with them, so nothing is published. The old site is untouched."
    ),
    fix: LocalizedText(zh: "存好文件后再运行一次", en: "save the file and run the command again"))

  public static let themeUnusable = DiagnosticKind(
    "theme-unusable", .error,
    message: LocalizedText(
      zh: "主题“{0}”有错误，没有发布", en: "the theme {0} has errors; nothing is published"),
    explanation: LocalizedText(
      zh: "主题用在每一个页面上，用有错的主题生成，整个站点都会有错。旧站点没有改动。",
      en: "A theme is in every page, so a broken one would break them all. The old site is untouched."),
    fix: LocalizedText(zh: "改正上面列出的主题错误", en: "correct the errors of the theme listed above"))

  public static let themeFileTooLarge = DiagnosticKind(
    "theme-file-too-large", .error,
    message: LocalizedText(
      zh: "主题里的文件超过 16 MB，没有使用", en: "a file of a theme has more than 16 MB; it is not used"),
    explanation: LocalizedText(
      zh: "主题文件每个访问者都要下载。", en: "Every visitor downloads the files of a theme."),
    fix: LocalizedText(zh: "压缩这个文件，或者把它移出主题", en: "make it smaller, or move it out of the theme"))

  public static let textLost = DiagnosticKind(
    "text-lost", .error,
    message: LocalizedText(
      zh: "“{0}”不在应在的位置（{1}）", en: "“{0}” is not where it should be ({1})"),
    explanation: LocalizedText(
      zh: "核对（inspect --lossless-check）把原文和读取结果逐字对照：每个字都应当在标题、文件头、正文、落款、附注或页面杂项里。括号里是它应在的部分。",
      en:
        "The check (inspect --lossless-check) compares the source and what was read, character by character: each belongs to the title, the header, the body, the signature, the notes or the page furniture. In brackets is the part that should have it."
    ),
    fix: LocalizedText(
      zh: "这是程序的错误，请附上文件报告", en: "this is a fault of the program; please report it with the file"))

  public static let unexpectedFailure = DiagnosticKind(
    "unexpected-failure", .error,
    message: LocalizedText(zh: "没有料到的错误：{0}", en: "unexpected failure: {0}"),
    explanation: LocalizedText(
      zh: "程序遇到了没有处理的情况。没有发布，旧站点没有改动。",
      en:
        "The program met a case that it does not handle. Nothing is published, and the old site is untouched."
    ),
    fix: LocalizedText(zh: "请报告这条信息", en: "please report this message"))
}
