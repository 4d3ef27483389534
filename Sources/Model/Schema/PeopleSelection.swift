/// Some people of a corpus.
struct PeopleSelection {
  let view: PeopleView
  let rows: Rows

  /// What `value` gives for what each did.
  func activity<Result>(_ value: (Activity) -> Result) throws(Interrupted) -> [Result] {
    let activity = try view.activity.value
    return rows.map { value(activity[$0]) }
  }

  /// The sums of some of the people.
  func sums(_ sums: Lazy<[Int64]>) throws(Interrupted) -> Column {
    let values = try sums.value
    return .int(PlainColumn(rows.map { values[$0] }))
  }
}
