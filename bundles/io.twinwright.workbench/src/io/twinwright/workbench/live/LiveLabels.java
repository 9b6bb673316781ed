package io.twinwright.workbench.live;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.structure.Position;
import io.twinwright.core.translation.Translation;
import io.twinwright.opcua.live.Shown;
import io.twinwright.workbench.editor.Icons;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;

/** The texts of the columns of the Live view. */
final class LiveLabels {
	private static final String COLOURS = "io.twinwright.workbench.live.";
	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

	private LiveLabels() {
	}

	/** @return the colour of an alarm by its priority, null for none */
	static Color colour(AlarmChange alarm) {
		return alarm == null ? null : JFaceResources.getColorRegistry().get(COLOURS + (alarm.priority() == 1 ? "critical" : "alarm"));
	}

	/** Name and kind of a row. */
	static final class Name extends ColumnLabelProvider {
		@Override
		public String getText(Object element) {
			return switch (element) {
				case LiveSession session -> session.project().getName();
				case ReplaySession session -> NLS.bind(Messages.replayOf, session.project().getName(), session.replay().file().getFileName());
				case LiveTree.Place place -> name(place.position());
				case LiveTree.Signal signal -> signal.point().name();
				default -> "";
			};
		}

		private static String name(Position position) {
			String piece = position.piece() == null || position.piece().getName().equals(position.name()) ? "" : " (" + position.piece().getName() + ")";
			return position.name() + piece;
		}

		@Override
		public Image getImage(Object element) {
			return Icons.of(switch (element) {
				case PlantSession session -> SymbolKind.Package;
				case LiveTree.Place place -> place.position().parent() == null ? SymbolKind.Object : SymbolKind.Field;
				case LiveTree.Signal signal -> switch (signal.point().kind()) {
					case STATE -> SymbolKind.Enum;
					case INSIGHT -> SymbolKind.Function;
					default -> SymbolKind.Property;
				};
				default -> SymbolKind.Object;
			});
		}
	}

	/** The value, coloured by its alarm. */
	static final class Value extends ColumnLabelProvider {
		@Override
		public String getText(Object element) {
			return element instanceof LiveTree.Signal signal ? signal.cell().value() : "";
		}

		@Override
		public Color getBackground(Object element) {
			return element instanceof LiveTree.Signal signal && !signal.cell().lost() ? colour(signal.cell().alarm()) : null;
		}

		@Override
		public Color getForeground(Object element) {
			if (element instanceof LiveTree.Signal signal && signal.cell().lost()) {
				return JFaceResources.getColorRegistry().get(COLOURS + "old");
			}
			return getBackground(element) == null ? null : JFaceResources.getColorRegistry().get(COLOURS + "onAlarm");
		}
	}

	/** The unit. */
	static final class Unit extends ColumnLabelProvider {
		@Override
		public String getText(Object element) {
			return element instanceof LiveTree.Signal signal ? Shown.unit(signal.point()) : "";
		}
	}

	/** The alarm in words, else the status where it is not good. */
	static final class Status extends ColumnLabelProvider {
		@Override
		public String getText(Object element) {
			if (!(element instanceof LiveTree.Signal signal)) {
				return "";
			}
			Cell cell = signal.cell();
			AlarmChange alarm = cell.alarm();
			String said = Translation.here().phrase(cell.status());
			String status = cell.lost() ? NLS.bind(Messages.notHeard, said)
					: alarm == null ? said : word(alarm) + (alarm.text().isEmpty() ? "" : ": " + alarm.text());
			return status.isEmpty() || signal.session() instanceof LiveSession ? status : NLS.bind(Messages.recorded, status);
		}

		private static String word(AlarmChange alarm) {
			return switch (alarm.level()) {
				case LOWLOW -> Messages.lowlow;
				case LOW -> Messages.low;
				case HIGH -> Messages.high;
				case HIGHHIGH -> Messages.highhigh;
				case CONDITION -> Messages.condition;
				case BAD -> Messages.bad;
			};
		}

		@Override
		public String getToolTipText(Object element) {
			return getText(element);
		}
	}

	/** When the value was taken. */
	static final class Time extends ColumnLabelProvider {
		@Override
		public String getText(Object element) {
			Instant time = element instanceof LiveTree.Signal signal ? signal.cell().time() : null;
			return time == null ? "" : CLOCK.format(time);
		}
	}
}
