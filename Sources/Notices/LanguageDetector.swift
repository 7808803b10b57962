/// Tells simplified Chinese, traditional Chinese and English apart by the characters of a text.
package enum LanguageDetector {
  /// `zh-Hans`, `zh-Hant` or `en`; `nil` when there are too few letters to tell. Looks at the first KB of text, and at up
  /// to 8 KB while that leaves a doubt.
  package static func language(of text: [UInt8]) -> String? {
    var seen = Seen()
    for end in [1024, 2048, 4096, 8192] {
      seen.look(at: text, upTo: min(text.count, end))
      if end >= text.count || seen.isClear { break }
    }
    return seen.language
  }

  /// The characters of a text, counted.
  private struct Seen {
    private var latin = 0
    /// Four counters of 16 bits, one for each class: 8 KB hold 2,730 characters at most.
    private var counts: UInt64 = 0
    private var index = 0

    private func count(_ kind: Class) -> Int { Int(counts >> UInt64(kind.rawValue) & 0xFFFF) }
    private var han: Int { count(.han) + count(.simplified) + count(.traditional) }

    /// `nil` when there are too few letters to tell.
    var language: String? {
      guard han + latin >= 4 else { return nil }
      // A word of English has five letters, a word of Chinese two characters.
      if latin > han * 5 { return "en" }
      return count(.traditional) > count(.simplified) ? "zh-Hant" : "zh-Hans"
    }

    /// More text would hardly say anything else: Chinese, and one of the two scripts alone.
    var isClear: Bool {
      let (more, less) = (
        max(count(.simplified), count(.traditional)), min(count(.simplified), count(.traditional))
      )
      return latin < han && more >= 32 && more >= 16 * less
    }

    mutating func look(at text: [UInt8], upTo end: Int) {
      let (span, classes) = (text.span, LanguageDetector.classes.span)
      let raw = span.bytes
      var (index, counts, latin) = (index, counts, latin)
      defer { (self.index, self.counts, self.latin) = (index, counts, latin) }
      while index < end {
        // Most are three bytes.
        while index &+ 4 <= end {
          let four = ByteSearch.half(raw, index)
          guard four & 0xF0 == 0xE0 else { break }
          let scalar = (four & 0xF) &<< 12 | (four &>> 8 & 0x3F) &<< 6 | four &>> 16 & 0x3F
          counts &+= 1 &<< UInt64(truncatingIfNeeded: classes[Int(scalar)])
          index &+= 3
        }
        guard index < end else { break }
        let byte = span[index]
        if byte & 0xF0 == 0xE0, index + 2 < span.count {
          let row = (Int(byte & 0x0F) << 6 | Int(span[index + 1] & 0x3F)) << 6
          counts &+= 1 &<< UInt64(truncatingIfNeeded: classes[row | Int(span[index + 2] & 0x3F)])
          index += 3
        } else {
          if (byte | 0x20) &- 0x61 < 26 { latin += 1 }
          index += 1
        }
      }
    }
  }

  /// Each by the bit where its counter begins.
  private enum Class: UInt8 {
    case other = 0
    case han = 16
    case simplified = 32
    case traditional = 48
  }

  /// What the characters of three bytes are: the raw value of their class.
  private static let classes: [UInt8] = {
    var classes = [UInt8](repeating: Class.other.rawValue, count: 0x10000)
    for scalar: UInt32 in 0x3000...0x9FFF where CJK.isHan(scalar) {
      classes[Int(scalar)] = Class.han.rawValue
    }
    for (scalar, isSimplified) in script {
      classes[Int(scalar)] = (isSimplified ? Class.simplified : .traditional).rawValue
    }
    return classes
  }()

  /// Frequent characters that only one of the two scripts uses; true: simplified.
  private static let script: [UInt32: Bool] = {
    let pairs = """
      个個为為们們来來这這国國时時说說会會对對发發经經过過动動学學进進种種样樣实實还還现現业業产產设設关關\
      开開问問题題条條体體应應义義战戰党黨务務边邊东東车車书書见見长長门門间間认認让讓论論议議规規记記计計\
      许許证證该該请請谁誰调調责責费費资資质質负負财財贡貢贸貿购購贯貫轻輕较較载載达達运運选選适適远遠连連\
      违違迟遲递遞邮郵释釋钱錢银銀针針铁鐵错錯键鍵镇鎮闻聞阶階队隊际際陆陸险險随隨隐隱难難页頁项項须須顺順\
      预預领領频頻颁頒风風饭飯马馬驻駐验驗鱼魚鸟鳥麦麥齐齊龙龍两兩严嚴举舉乡鄉习習亲親亿億从從众眾优優伤傷\
      传傳价價份分兴興农農军軍决決况況减減创創则則刚剛办辦协協单單卫衛厂廠厅廳历歷压壓县縣参參双雙变變号號\
      叶葉员員响響团團园園图圖圆圓场場块塊坏壞声聲处處备備复復够夠头頭奖獎妇婦孙孫宁寧宝寶审審宽寬导導层層\
      岁歲币幣师師带帶库庫废廢异異张張强強归歸当當录錄彻徹态態总總恶惡战戰户戶执執扩擴护護报報担擔择擇据據\
      损損换換数數断斷旧舊显顯术術机機权權极極构構标標栏欄树樹检檢楼樓欢歡气氣汇匯汉漢没沒济濟测測游遊满滿\
      灭滅灾災点點热熱爱愛独獨环環电電画畫监監盖蓋础礎离離积積称稱稳穩窗窗竞競笔筆签簽类類级級纪紀约約纳納\
      纸紙线線练練组組细細织織终終结結给給络絡统統继繼绩績续續维維综綜绿綠编編缺缺罚罰职職联聯肃肅胜勝脑腦\
      节節范範药藥获獲营營虑慮补補装裝观觀触觸订訂讨討训訓评評识識诉訴词詞试試诚誠询詢详詳语語误誤读讀课課
      """
    var table: [UInt32: Bool] = [:]
    var first: Unicode.Scalar?
    for scalar in pairs.unicodeScalars {
      guard let simplified = first else {
        first = scalar
        continue
      }
      first = nil
      guard simplified != scalar else { continue }
      table[simplified.value] = true
      table[scalar.value] = false
    }
    // Characters that both scripts use.
    for shared in "分份游没台于后里面云制卷".unicodeScalars { table[shared.value] = nil }
    return table
  }()
}
