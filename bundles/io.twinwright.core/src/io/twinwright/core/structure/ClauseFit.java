package io.twinwright.core.structure;

import io.twinwright.model.Alarm;
import io.twinwright.model.Allocation;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Binding;
import io.twinwright.model.Condition;
import io.twinwright.model.Connection;
import io.twinwright.model.Contract;
import io.twinwright.model.Cover;
import io.twinwright.model.DateMark;
import io.twinwright.model.Flow;
import io.twinwright.model.GeoPosition;
import io.twinwright.model.Guarantee;
import io.twinwright.model.Involvement;
import io.twinwright.model.Lease;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Measure;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Offer;
import io.twinwright.model.Order;
import io.twinwright.model.OrderClause;
import io.twinwright.model.Parameter;
import io.twinwright.model.Part;
import io.twinwright.model.Placement;
import io.twinwright.model.Port;
import io.twinwright.model.Price;
import io.twinwright.model.Procedure;
import io.twinwright.model.Provision;
import io.twinwright.model.Range;
import io.twinwright.model.Recipe;
import io.twinwright.model.Refinement;
import io.twinwright.model.Scenario;
import io.twinwright.model.Sequence;
import io.twinwright.model.Service;
import io.twinwright.model.Signal;
import io.twinwright.model.Site;
import io.twinwright.model.Size;
import io.twinwright.model.Step;
import io.twinwright.model.Subjection;
import io.twinwright.model.Text;
import io.twinwright.model.Type;
import io.twinwright.model.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;

/** Which clause fits which element. The checker and completion use the same table. */
public final class ClauseFit {
	/** The kinds of elements that have clauses, by the word with which people speak of them. */
	public enum Holder {
		TYPE("type"), ASSET("asset"), SITE("site"), PART("part"), CONNECTION("connection"), PORT("port"), BAY("bay"),
		PROPERTY("property"), PARAMETER("parameter"), SENSOR("sensor"), ACTUATOR("actuator"), STATE("state"),
		INSIGHT("insight"), METER("meter"), SHARE("share"), REFINEMENT("refinement"), PROVISION("provided capability"),
		SERVICE("service"), PROCEDURE("procedure"), RECIPE("recipe"), STEP("step"), ORDER("order"), BINDING("binding"),
		CONTRACT("contract"), GUARANTEE("guarantee"), OFFER("offer"), SCENARIO("scenario");

		private final String word;

		Holder(String word) {
			this.word = word;
		}

		/** @return the word in messages */
		public String word() {
			return word;
		}
	}

	private static final Map<String, Set<Holder>> FIT = new TreeMap<>();

	static {
		Set<Holder> read = EnumSet.of(Holder.SENSOR, Holder.STATE);
		Set<Holder> live = EnumSet.of(Holder.SENSOR, Holder.STATE, Holder.ACTUATOR, Holder.INSIGHT, Holder.SHARE);
		Set<Holder> numbers = EnumSet.of(Holder.PROPERTY, Holder.PARAMETER, Holder.SENSOR, Holder.ACTUATOR, Holder.INSIGHT);
		Set<Holder> found = EnumSet.of(Holder.PROPERTY, Holder.PARAMETER, Holder.SENSOR, Holder.STATE, Holder.ACTUATOR,
				Holder.INSIGHT);
		Set<Holder> braces = EnumSet.of(Holder.TYPE, Holder.ASSET, Holder.SITE, Holder.PART, Holder.CONNECTION,
				Holder.SERVICE, Holder.PROCEDURE);
		Set<Holder> computed = EnumSet.of(Holder.INSIGHT, Holder.METER, Holder.SHARE);
		put("every", live, braces, EnumSet.of(Holder.REFINEMENT, Holder.BINDING));
		put("late", live, braces, EnumSet.of(Holder.REFINEMENT));
		put("coverage", computed, braces, EnumSet.of(Holder.REFINEMENT));
		put("deadband", read, braces);
		put("delay", read, braces, EnumSet.of(Holder.SHARE));
		put("accuracy", EnumSet.of(Holder.SENSOR), braces);
		put("range", numbers, EnumSet.of(Holder.REFINEMENT));
		put("alarm", EnumSet.of(Holder.SENSOR, Holder.STATE, Holder.ACTUATOR, Holder.INSIGHT, Holder.REFINEMENT));
		put("over", computed, EnumSet.of(Holder.CONTRACT, Holder.GUARANTEE));
		put("node", found, EnumSet.of(Holder.REFINEMENT));
		put("tag", found, EnumSet.of(Holder.REFINEMENT));
		put("semantic", found, EnumSet.of(Holder.METER, Holder.SHARE, Holder.TYPE));
		put("under", found, braces, EnumSet.of(Holder.SHARE, Holder.OFFER, Holder.CONTRACT, Holder.REFINEMENT));
		put("footprint", EnumSet.of(Holder.TYPE, Holder.BAY));
		put("mass", EnumSet.of(Holder.TYPE, Holder.ASSET));
		put("setup", EnumSet.of(Holder.TYPE, Holder.ASSET));
		put("at", EnumSet.of(Holder.ASSET, Holder.ORDER));
		put("location", EnumSet.of(Holder.SITE, Holder.ASSET));
		put("zone", EnumSet.of(Holder.SITE));
		put("lease", EnumSet.of(Holder.ASSET));
		put("from", EnumSet.of(Holder.ASSET, Holder.CONTRACT, Holder.OFFER, Holder.ORDER));
		put("until", EnumSet.of(Holder.ASSET, Holder.CONTRACT, Holder.OFFER));
		put("due", EnumSet.of(Holder.ORDER));
		put("owner", EnumSet.of(Holder.ASSET, Holder.SITE));
		put("operator", EnumSet.of(Holder.ASSET, Holder.SITE));
		put("maintainer", EnumSet.of(Holder.ASSET, Holder.SITE));
		put("provider", EnumSet.of(Holder.CONTRACT, Holder.OFFER, Holder.ORDER));
		put("customer", EnumSet.of(Holder.CONTRACT, Holder.ORDER));
		put("consumer", EnumSet.of(Holder.CONTRACT, Holder.OFFER));
		put("in", EnumSet.of(Holder.PART));
		put("uses", EnumSet.of(Holder.PART, Holder.REFINEMENT));
		put("standby", EnumSet.of(Holder.PART, Holder.REFINEMENT));
		put("covers", EnumSet.of(Holder.PART));
		put("buffer", EnumSet.of(Holder.CONNECTION));
		put("capacity", EnumSet.of(Holder.PORT));
		put("floor", EnumSet.of(Holder.BAY));
		put("rate", EnumSet.of(Holder.PROVISION, Holder.SERVICE));
		put("lasts", EnumSet.of(Holder.STEP, Holder.SERVICE, Holder.PROCEDURE));
		put("after", EnumSet.of(Holder.STEP));
		put("when", EnumSet.of(Holder.STEP));
		put("on", EnumSet.of(Holder.STEP));
		put("consumes", EnumSet.of(Holder.STEP));
		put("produces", EnumSet.of(Holder.STEP));
		put("yield", EnumSet.of(Holder.STEP));
		put("quantity", EnumSet.of(Holder.RECIPE, Holder.ORDER));
		put("price", EnumSet.of(Holder.ORDER));
		put("duration", EnumSet.of(Holder.SCENARIO));
		put("warmup", EnumSet.of(Holder.SCENARIO));
		put("replications", EnumSet.of(Holder.SCENARIO));
		put("seed", EnumSet.of(Holder.SCENARIO));
		put("scale", EnumSet.of(Holder.BINDING));
		put("offset", EnumSet.of(Holder.BINDING));
	}

	private ClauseFit() {
	}

	@SafeVarargs
	private static void put(String word, Set<Holder>... holders) {
		Set<Holder> all = EnumSet.noneOf(Holder.class);
		List.of(holders).forEach(all::addAll);
		FIT.put(word, all);
	}

	/** @return whether a clause of that word may stand on the element */
	public static boolean fits(String word, EObject holder) {
		Holder kind = holder(holder);
		return kind == null || FIT.getOrDefault(word, Set.of()).contains(kind);
	}

	/** @return the kinds of elements on which a clause of that word may stand */
	public static Set<Holder> holders(String word) {
		return FIT.getOrDefault(word, Set.of());
	}

	/** @return the words of all clauses, sorted */
	public static Collection<String> words() {
		return FIT.keySet();
	}

	/** @return the words of the clauses that may stand on the element, sorted */
	public static Collection<String> words(EObject holder) {
		Holder kind = holder(holder);
		List<String> words = new ArrayList<>();
		FIT.forEach((word, holders) -> {
			if (holders.contains(kind)) {
				words.add(word);
			}
		});
		return words;
	}

	/** @return the kind of an element, null if it has no clauses */
	public static Holder holder(EObject element) {
		return switch (element) {
			case Type type -> Holder.TYPE;
			case Asset asset -> Holder.ASSET;
			case Site site -> Holder.SITE;
			case Part part -> Holder.PART;
			case Connection connection -> Holder.CONNECTION;
			case Port port -> Holder.PORT;
			case Bay bay -> Holder.BAY;
			case Signal signal -> Holder.valueOf(signal.getKind().name());
			case Parameter parameter -> Holder.PARAMETER;
			case Refinement refinement -> Holder.REFINEMENT;
			case Provision provision -> Holder.PROVISION;
			case Service service -> Holder.SERVICE;
			case Procedure procedure -> Holder.PROCEDURE;
			case Recipe recipe -> Holder.RECIPE;
			case Step step -> Holder.STEP;
			case Order order -> Holder.ORDER;
			case Binding binding -> Holder.BINDING;
			case Contract contract -> Holder.CONTRACT;
			case Guarantee guarantee -> Holder.GUARANTEE;
			case Offer offer -> Holder.OFFER;
			case Scenario scenario -> Holder.SCENARIO;
			case null, default -> null;
		};
	}

	/** @return the word with which a clause begins */
	public static String word(OrderClause clause) {
		return switch (clause) {
			case Measure measure -> measure.getKind().getLiteral();
			case Range range -> "range";
			case Alarm alarm -> "alarm";
			case Window window -> "over";
			case Text text -> text.getKind().getLiteral();
			case DateMark date -> date.getKind().getLiteral();
			case Involvement involvement -> involvement.getRole().getLiteral();
			case Lease lease -> "lease";
			case GeoPosition position -> "location";
			case Placement placement -> "at";
			case BayPlacement placement -> "in";
			case Occupancy occupancy -> occupancy.getKind().getLiteral();
			case Cover cover -> "covers";
			case Size size -> "footprint";
			case Subjection subjection -> "under";
			case Flow flow -> flow.getKind().getLiteral();
			case Sequence sequence -> "after";
			case Allocation allocation -> "on";
			case Condition condition -> "when";
			case Price price -> "price";
			default -> throw new IllegalArgumentException(clause.eClass().getName());
		};
	}

	/**
	 * @return what may stand once only on an element: the word of the clause, with its level for limit alarms and its
	 *         medium for flows; null for clauses that may stand often
	 */
	public static String onceKey(OrderClause clause) {
		return switch (clause) {
			case LimitAlarm alarm -> "alarm " + alarm.getLevel().getLiteral();
			case Alarm alarm -> null;
			case Flow flow -> flow.getMedium() == null ? null : word(flow) + " " + flow.getMedium().getName();
			default -> word(clause);
		};
	}
}
