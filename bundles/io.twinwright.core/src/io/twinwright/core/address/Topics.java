package io.twinwright.core.address;

import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.structure.Attachment;
import io.twinwright.model.Entry;
import io.twinwright.model.TextKind;

/** Where a signal is at endpoints that have topics or paths in place of nodes. */
public final class Topics {
	private Topics() {
	}

	/** @return the topic of a signal at a broker: that of the endpoint, of the binding and of the signal below it, joined by slashes */
	public static String topic(Attachment attachment) {
		String before = attachment.endpoint().getEntries().stream()
				.filter(entry -> EndpointEntry.TOPIC.key().equals(entry.getKey()) && entry.getText() != null)
				.map(Entry::getText).findFirst().orElse("");
		return join(before, path(attachment));
	}

	/** @return the path of a signal below its endpoint; a binding with a wildcard at its end has the signals in its place */
	public static String path(Attachment attachment) {
		String address = attachment.address().strip();
		return attachment.relative().isEmpty() ? address : join(address.replaceFirst("(^|/)[+#]$", ""), below(attachment));
	}

	/** @return how a signal is called below what is bound: by its tag or its path */
	public static String below(Attachment attachment) {
		return attachment.byTag() ? attachment.point().text(TextKind.TAG).orElse(attachment.relative()) : attachment.relative();
	}

	private static String join(String one, String other) {
		String start = one.replaceFirst("/+$", "");
		String end = other.replaceFirst("^/+", "");
		return start.isEmpty() ? end : end.isEmpty() ? start : start + "/" + end;
	}
}
