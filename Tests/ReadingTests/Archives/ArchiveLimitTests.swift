import Diagnostics
import Foundation
import Model
import Testing

@testable import Reading

private let chat = Array(InputSample.export.utf8)

/// A zip of the zips `b.zip` and `c.zip`, which are the same: 18 MiB of one letter.
private let zipsInZip =
  "UEsDBBQAAAAIAAAAIQAlgRab/wAAADxIAAAFAAAAYi56aXDt3L1qAkEQwPG53F2IYIyFIJLmUggWEgIhoIVgmlhckWvE"
  + "UixTRBAs7HIQUmuKkMJHSOMD2PgCaieC4EcjiFWEkEI0twcpbS2O/29ZdmfLKYedcWzdiInImbevZPGZnQwLIgmxNNN7"
  + "qVzXG/V1r3fuWlHpFKsSnpjJ+TKVnu0e40/tr+bqblV9H/QTpe50XBMAAAAAABBcv+NXXVMXaz96cIoAAAAAACDoKhcR"
  + "Q9UC3G358p50AAAAAAAQeG+5TNT/IfD98myQDgAAAAAAAu/jZ9ZSpYD8cD/qd2iaAADgiG5Cjq2dxPTDQ3/+uX5Lnz8C"
  + "yLHNUxVo3rr1zk1BRX9QSwMEFAAAAAgAAAAhACWBFpv/AAAAPEgAAAUAAABjLnppcO3cvWoCQRDA8bncXYhgjIUgkuZS"
  + "CBYSAiGghWCaWFyRa8RSLFNEECzschBSa4qQwkdI4wPY+AJqJ4LgRyOIVYSQQjS3ByltLY7/b1l2Z8sph51xbN2IiciZ"
  + "t69k8ZmdDAsiCbE003upXNcb9XWvd+5aUekUqxKemMn5MpWe7R7jT+2v5upuVX0f9BOl7nRcEwAAAAAAEFy/41ddUxdr"
  + "P3pwigAAAAAAIOgqFxFD1QLcbfnynnQAAAAAABB4b7lM1P8h8P3ybJAOAAAAAAAC7+Nn1lKlgPxwP+p3aJoAAOCIbkKO"
  + "rZ3E9MNDf/65fkufPwLIsc1TFWjeuvXOTUFFf1BLAQIUAxQAAAAIAAAAIQAlgRab/wAAADxIAAAFAAAAAAAAAAAAAACA"
  + "AQAAAABiLnppcFBLAQIUAxQAAAAIAAAAIQAlgRab/wAAADxIAAAFAAAAAAAAAAAAAACAASIBAABjLnppcFBLBQYAAAAA"
  + "AgACAGYAAABEAgAAAAA="

/// Archives that were made to fill memory end in an error that names the setting.
struct ArchiveLimitTests {
  private func failure(_ bytes: [UInt8], _ name: String, _ limits: ArchiveLimits) throws -> String?
  {
    let sandbox = try InputSandbox()
    try sandbox.write(bytes, to: name)
    var options = ReadingOptions(directory: sandbox.path)
    options.limits = limits
    let report = try read([LoadRequest(path: name)], options: options).report
    return report.outcomes[0].failure?.message
  }

  @Test func `the size of members and of all members is limited`() throws {
    let zip = ArchiveBytes.zip([("a.txt", chat + chat), ("b.txt", chat)])
    var limits = ArchiveLimits()
    limits.totalBytes = 200
    #expect(
      try failure(zip, "a.zip", limits)
        == "“a.zip” has more text than the setting total-bytes allows, 200 in all")
    // A text of a member that is read by pieces, and of one without a declared size.
    let long = Array(repeating: chat + [0x0A], count: 2_000).flatMap { $0 }
    limits = ArchiveLimits()
    limits.entryBytes = 100_000
    let reason = "has more bytes than the setting entry-bytes allows, 100000"
    #expect(
      try failure(ArchiveBytes.zip([("a.txt", long)]), "a.zip", limits)
        == "“a.zip:a.txt” \(reason)")
    #expect(
      try failure(ArchiveBytes.gzip(long), "a.txt.gz", limits) == "“a.txt.gz” \(reason)")
  }

  @Test func `a limit that the last of many members passes is told, whoever reads that member`()
    throws
  {
    // Enough members for several threads to read them in turns.
    let zip = ArchiveBytes.zip((0..<4_096).map { ("\($0).txt", [0x78]) })
    var limits = ArchiveLimits()
    limits.totalBytes = 4_095
    for _ in 0..<5 {
      #expect(
        try failure(zip, "a.zip", limits)
          == "“a.zip” has more text than the setting total-bytes allows, 4095 in all")
    }
  }

  @Test func `what unpacks to very many times its size is given up`() throws {
    let line = Array(
      "17/02/2025, 16:14 - Ana: encore et encore et encore et encore et encore\n".utf8)
    // 20 MB out of 180 KB.
    let times = 80_000
    let data = Deflate.repeating(line, times: times)
    let size = line.count + times * 258
    let gzip = ArchiveBytes.gzip(data: data, crc: 0, size: size)
    var limits = ArchiveLimits()
    #expect(
      try failure(gzip, "a.txt.gz", limits)
        == "“a.txt.gz” is damaged: its bytes are not those that its checksum was made of")
    limits.ratio = 80
    let reason = "unpacks to more than 80 times its size: if you trust it, set ratio higher"
    #expect(try failure(gzip, "a.txt.gz", limits) == "“a.txt.gz” \(reason)")
    let member = ZipMember(name: Array("a.txt".utf8), data: data, method: 8, size: size)
    #expect(try failure(ArchiveBytes.zip([member]), "a.zip", limits) == "“a.zip” \(reason)")
  }

  @Test func `what unpacks to very many times its size through archives in it is given up`() throws
  {
    var limits = ArchiveLimits()
    limits.ratio = 2_000
    let zip = Array(try #require(Data(base64Encoded: zipsInZip)))
    let found = try loadArchive(zip, as: "a.zip", limits)
    let reason = "unpacks to more than 2000 times its size: if you trust it, set ratio higher"
    #expect(found.failure == "“a.zip” \(reason)")
    // Each of the two gives 1 021 times its size, which is not too much.
    #expect(found.problems.contains("a.zip:b.zip: stands in an archive that \(reason)"))
    limits.ratio = 100_000
    #expect(
      try loadArchive(zip, as: "a.zip", limits).read == ["a.zip:b.zip:a.txt", "a.zip:c.zip:a.txt"])
  }

  @Test func `the number of members is limited, and 100 000 are few`() throws {
    let files = (0..<100_000).map { ("\($0).bin", [UInt8]()) } + [("chat.txt", chat)]
    let zip = ArchiveBytes.zip(files)
    var limits = ArchiveLimits()
    #expect(try failure(zip, "a.zip", limits) == nil)
    limits.entries = 1_000
    #expect(
      try failure(zip, "a.zip", limits)
        == "“a.zip” has more members than the setting entries allows, 1000 in all")
  }
}
