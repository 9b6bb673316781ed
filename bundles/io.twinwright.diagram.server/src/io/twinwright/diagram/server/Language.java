package io.twinwright.diagram.server;

import com.google.inject.Singleton;
import io.twinwright.core.translation.Translation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionMessage;
import org.eclipse.glsp.server.actions.MessageAction;
import org.eclipse.glsp.server.actions.ResponseAction;
import org.eclipse.glsp.server.actions.TriggerEdgeCreationAction;
import org.eclipse.glsp.server.actions.TriggerElementCreationAction;
import org.eclipse.glsp.server.features.contextactions.SetContextActions;
import org.eclipse.glsp.server.features.directediting.LabeledAction;
import org.eclipse.glsp.server.features.toolpalette.PaletteItem;
import org.eclipse.glsp.server.types.Severity;

/**
 * The language of a window: that of its page, which names it when it begins; English for others. Names of the user's and pieces of the
 * language of twins stay as they are.
 */
@Singleton
class Language {
	/** What the argument is called by which a page names its language. */
	static final String ARGUMENT = "language";

	private volatile Translation translation = Translation.to(null);

	/** @param tag as browsers name it, such as {@code ko-KR}; null for English */
	void choose(String tag) {
		translation = Translation.to(tag);
	}

	/** @return sentences, one a line, in the language of the window; what is none stays */
	String lines(String sentences) {
		return sentences == null ? null : sentences.lines().map(translation::of).collect(Collectors.joining("\n"));
	}

	/** @return words of ours; a single word may be a name and stays */
	String words(String words) {
		return words.contains(" ") ? translation.phrase(words) : words;
	}

	/** @return a word or words that are known to be ours */
	String own(String words) {
		return translation.phrase(words);
	}

	/** @return a message to the window, with all that it says in the language of the window */
	ActionMessage said(ActionMessage message) {
		return new ActionMessage(message.getClientId(), said(message.getAction()));
	}

	private Action said(Action action) {
		return switch (action) {
			case MessageAction said -> new MessageAction(Severity.valueOf(said.getSeverity()), translation.of(said.getMessage()),
					said.getDetails().orElse(null));
			case Actions.Refused refused -> new Actions.Refused(translation.of(refused.reason));
			case Actions.Live live -> new Actions.Live(live.elements, live.all, live.link, translation.of(live.sentence));
			case Actions.Checked checked -> answer(checked, new Actions.Checked(translation.of(checked.reason)));
			case Actions.SetProperties properties -> answer(properties, new Actions.SetProperties(properties.elementId, properties.title,
					properties.rows.stream().map(this::row).toList()));
			case SetContextActions tools -> {
				tools.getActions().forEach(this::say);
				yield tools;
			}
			default -> action;
		};
	}

	private static Action answer(ResponseAction before, ResponseAction after) {
		after.setResponseId(before.getResponseId());
		return after;
	}

	private Actions.Row row(Actions.Row row) {
		return new Actions.Row(row.id(), own(row.label()), row.value(), row.unit(), row.choices(), row.editable(), lines(row.documentation()));
	}

	/** A group has our words, and a line that is no declaration of anybody's. */
	private void say(LabeledAction tool) {
		boolean isGroup = tool instanceof PaletteItem group && group.getChildren() != null && !group.getChildren().isEmpty();
		if (isGroup || tool.getActions().stream().allMatch(TriggerEdgeCreationAction.class::isInstance)) {
			tool.setLabel(own(tool.getLabel()));
		}
		tool.getActions().stream().filter(TriggerElementCreationAction.class::isInstance).map(TriggerElementCreationAction.class::cast)
				.filter(creation -> creation.getArgs() != null).forEach(this::say);
		if (isGroup) {
			((PaletteItem) tool).getChildren().forEach(this::say);
		}
	}

	private void say(TriggerElementCreationAction creation) {
		Map<String, String> arguments = new LinkedHashMap<>(creation.getArgs());
		arguments.computeIfPresent("description", (key, description) -> lines(description));
		creation.setArgs(arguments);
	}
}
