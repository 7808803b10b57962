import Glibc

/// What this process has used.
enum Resources {
  /// Seconds of processor time, all threads.
  static var processorSeconds: Double {
    let it = usage
    func seconds(_ t: timeval) -> Double { Double(t.tv_sec) + Double(t.tv_usec) / 1e6 }
    return seconds(it.ru_utime) + seconds(it.ru_stime)
  }

  /// The most memory it ever held, in megabytes.
  static var peakMegabytes: Int { Int(usage.ru_maxrss) / 1024 }

  private static var usage: rusage {
    var it = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &it)
    return it
  }
}
