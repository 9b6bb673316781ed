package io.twinwright.generators.docs;

import io.twinwright.model.Contract;
import io.twinwright.model.ContractItem;
import io.twinwright.model.DateMark;
import io.twinwright.model.Declaration;
import io.twinwright.model.Guarantee;
import io.twinwright.model.Involvement;
import io.twinwright.model.Offer;
import io.twinwright.model.OfferItem;
import io.twinwright.model.Order;
import io.twinwright.model.Policy;
import io.twinwright.model.Price;
import io.twinwright.model.Product;
import io.twinwright.model.Recipe;
import io.twinwright.model.Signal;
import io.twinwright.model.Step;
import io.twinwright.model.Subjection;
import io.twinwright.model.Window;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.jsoup.nodes.Element;

/** What is made and for whom, what was agreed, and who may use which data. */
final class BusinessChapters {
	private final Handbook book;
	private final Sheet sheet;

	BusinessChapters(Handbook book, Sheet sheet) {
		this.book = book;
		this.sheet = sheet;
	}

	void write() {
		each("products", "Products", Product.class, this::product);
		each("recipes", "Recipes", Recipe.class, this::recipe);
		each("orders", "Orders", Order.class, this::order);
		each("contracts", "Contracts", Contract.class, this::contract);
		each("policies", "Policies", Policy.class, this::policy);
		each("offers", "Offers", Offer.class, this::offer);
	}

	private <T extends Declaration> void each(String id, String title, Class<T> kind, BiConsumer<Element, T> content) {
		List<T> all = book.twin().all(kind).stream().filter(element -> element.getName() != null).toList();
		if (!all.isEmpty()) {
			Element chapter = sheet.chapter(id, title);
			for (T element : all) {
				Element section = sheet.section(chapter, Handbook.anchor(element), Handbook.title(element));
				sheet.prose(section, book.comment(element));
				content.accept(section, element);
			}
		}
	}

	private void product(Element in, Product product) {
		sheet.facts(in, List.of("Extends"), List.of(book.linked(product.getBase())));
		sheet.table(in, List.of("Option", "Type", "Unit", "Default", "Details"), product.getParameters().stream().map(option -> List.of(
				Cell.of(Handbook.title(option)), Cell.of(Handbook.kind(option.getType())), Cell.of(Handbook.unit(option.getType())),
				Cell.code(book.wording(option.getValue())), Cell.of(words(option.getClauses())))).toList());
	}

	private void recipe(Element in, Recipe recipe) {
		sheet.facts(in, List.of("Product", "Details"), List.of(book.linked(recipe.getProduct()), Cell.of(words(recipe.getClauses()))));
		book.draw(sheet, in, recipe);
		sheet.table(in, List.of("Step", "Needs", "Details"), recipe.getSteps().stream().map(this::step).toList());
	}

	private List<Cell> step(Step step) {
		String arguments = words(step.getArguments());
		return List.of(Cell.of(Handbook.title(step)), Cell.of(Handbook.name(step.getCapability()) + (arguments.isEmpty() ? "" : " (" + arguments + ")")),
				Cell.of(words(step.getClauses())));
	}

	private void order(Element in, Order order) {
		sheet.facts(in, List.of("Product", "Options", "Terms"), List.of(book.linked(order.getProduct()), Cell.of(words(order.getArguments())),
				Cell.lines(order.getClauses().stream().map(book::wording).toList())));
	}

	private void contract(Element in, Contract contract) {
		sheet.facts(in, List.of("Subject", "Parties", "Term", "Settled"), List.of(book.subject(contract.getSubject()),
				Handbook.roles(contract.getClauses()), Cell.of(words(of(contract.getClauses(), DateMark.class))),
				Cell.of(words(of(contract.getClauses(), Window.class)))));
		sheet.table(in, List.of("Meter", "Unit", "Formula"), signals(contract.getItems()));
		sheet.table(in, List.of("Price"), of(contract.getItems(), Price.class).stream().map(price -> List.of(Cell.of(book.without("price", price)))).toList());
		List<ContractItem> guarantees = contract.getItems().stream().filter(Guarantee.class::isInstance).toList();
		sheet.table(in, List.of("Guarantee"), guarantees.stream().map(item -> List.of(Cell.of(book.without("guarantee", item)))).toList());
	}

	private void policy(Element in, Policy policy) {
		sheet.table(in, List.of("Kind", "Rule"), policy.getRules().stream().map(rule -> List.of(Cell.of(rule.getKind().getLiteral()),
				Cell.of(book.without(rule.getKind().getLiteral(), rule)))).toList());
		sheet.facts(in, List.of("Binds"), List.of(Cell.lines(book.twin().all(Offer.class).stream()
				.filter(offer -> of(offer.getClauses(), Subjection.class).stream().anyMatch(under -> under.getPolicies().contains(policy)))
				.map(offer -> "offer " + Handbook.title(offer)).toList())));
	}

	private void offer(Element in, Offer offer) {
		List<Policy> policies = of(offer.getClauses(), Subjection.class).stream().flatMap(under -> under.getPolicies().stream()).toList();
		sheet.facts(in, List.of("Parties", "Term"), List.of(Cell.of(words(of(offer.getClauses(), Involvement.class))),
				Cell.of(words(of(offer.getClauses(), DateMark.class)))));
		sheet.table(in, List.of("Under policy"), policies.stream().map(policy -> List.of(book.linked(policy))).toList());
		sheet.table(in, List.of("Shared", "Unit", "Formula"), signals(offer.getItems()));
		List<OfferItem> prices = offer.getItems().stream().filter(Price.class::isInstance).toList();
		sheet.table(in, List.of("Price"), prices.stream().map(price -> List.of(Cell.of(book.without("price", price)))).toList());
	}

	private List<List<Cell>> signals(List<? extends EObject> items) {
		return of(items, Signal.class).stream().map(signal -> List.of(Cell.of(Handbook.title(signal)), Cell.of(Handbook.unit(signal.getType())),
				Cell.code(Stream.concat(Stream.of(signal.getValue()), signal.getClauses().stream()).map(book::wording).filter(text -> !text.isEmpty())
						.collect(Collectors.joining(" "))))).toList();
	}

	private String words(List<? extends EObject> elements) {
		return elements.stream().map(book::wording).collect(Collectors.joining(", "));
	}

	private static <T> List<T> of(List<?> all, Class<T> kind) {
		return all.stream().filter(kind::isInstance).map(kind::cast).toList();
	}
}
