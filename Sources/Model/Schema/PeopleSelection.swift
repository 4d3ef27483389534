/// Some people of a corpus.
struct PeopleSelection {
  let view: PeopleView
  let rows: Rows

  /// What `value` gives for what each did.
  func activity<Result>(_ value: (Activity) -> Result) -> [Result] {
    let activity = view.activity.value
    return rows.map { value(activity[$0]) }
  }

  /// The sums of some of the people.
  func sums(_ sums: Lazy<[Int64]>) -> Column {
    let values = sums.value
    return .int(PlainColumn(rows.map { values[$0] }))
  }
}
