package io.twinwright.generators.flink;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that begins when a condition has held for some time and ends later, as a view of its beginnings and ends by turns.
 * The pattern that a condition holds for some time is one of MATCH_RECOGNIZE; so is that a beginning follows an end.
 */
final class Events {
	/**
	 * A condition that must hold for some time.
	 *
	 * @param holds SQL, never null
	 * @param guard what must hold too when the time is over; SQL, never null
	 * @param millis how long
	 */
	record Hold(String holds, String guard, long millis) {
	}

	private final Views views;

	Events(Views views) {
		this.views = views;
	}

	/**
	 * @param moments the view of what the conditions read
	 * @param begins any of them begins it
	 * @param ends any of them ends it
	 * @return a view with the instant of each event as {@code at} and whether it begins as {@code begins}, 1 or 0
	 */
	String of(String name, String moments, List<Hold> begins, List<Hold> ends) {
		List<String> all = new ArrayList<>();
		// it has not begun before the first instant
		all.add("""
				SELECT t, `at` - 1 AS `at`, 0 AS begins
				FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM %s WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
				WHERE n = 1""".formatted(moments));
		begins.forEach(hold -> all.add(held(name + " begins " + all.size(), moments, hold, 1)));
		ends.forEach(hold -> all.add(held(name + " ends " + all.size(), moments, hold, 0)));
		String turns = views.view(name + " turns", String.join("\nUNION ALL\n", all));
		return views.view(name + " events", """
				SELECT `at`, begins FROM %s
				MATCH_RECOGNIZE (
				  ORDER BY t, `at`, begins DESC
				  MEASURES B.`at` AS `at`, B.begins AS begins
				  ONE ROW PER MATCH
				  AFTER MATCH SKIP TO NEXT ROW
				  PATTERN (A B)
				  DEFINE B AS B.begins <> A.begins
				)""".formatted(turns));
	}

	private String held(String name, String moments, Hold hold, int begins) {
		if (hold.millis() == 0) {
			return "SELECT t, `at`, %s AS begins FROM %s WHERE %s AND %s".formatted(begins, moments, hold.holds(), hold.guard());
		}
		String states = views.view(name, """
				SELECT t, `at`, holds, guard, holds AND (n = 1 OR NOT held) AS starts
				FROM (SELECT *, FIRST_VALUE(holds) OVER two AS held, COUNT(*) OVER two AS n
				  FROM (SELECT t, `at`, %s AS holds, %s AS guard FROM %s)
				  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))""".formatted(hold.holds(), hold.guard(), moments));
		String held = views.view(name + " held", """
				SELECT rowtime AS t, `at`, %1$s AS begins FROM %2$s
				MATCH_RECOGNIZE (
				  ORDER BY t
				  MEASURES MATCH_ROWTIME() AS rowtime,
				    GREATEST(COALESCE(LAST(GOES.`at`), COMES.`at`), COMES.`at` + %3$s) AS `at`
				  ONE ROW PER MATCH
				  AFTER MATCH SKIP TO LAST HELD
				  PATTERN (COMES GOES*? HELD)
				  DEFINE COMES AS COMES.starts, GOES AS GOES.holds,
				    HELD AS HELD.`at` >= COMES.`at` + %3$s AND COALESCE(LAST(GOES.guard), COMES.guard)
				)""".formatted(begins, states, hold.millis()));
		return "SELECT t, `at`, begins FROM " + held;
	}
}
