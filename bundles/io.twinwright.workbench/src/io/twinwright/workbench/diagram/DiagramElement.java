package io.twinwright.workbench.diagram;

import io.twinwright.core.translation.Translation;
import io.twinwright.diagram.server.Host.Selected;
import io.twinwright.dsl.ide.edit.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.views.properties.ComboBoxPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;

/** An element that is selected in a diagram: where its text is, and its properties for the Properties view. */
public final class DiagramElement implements IAdaptable, IPropertySource {
	private final Selected element;
	private final Setter setter;

	/** Sets a property of an element to a text. */
	interface Setter {
		void set(String element, String property, String text);
	}

	DiagramElement(Selected element, Setter setter) {
		this.element = element;
		this.setter = setter;
	}

	/** @return the id in the diagram */
	public String id() {
		return element.id();
	}

	/** @return what people call it */
	public String title() {
		return element.title();
	}

	@Override
	public <T> T getAdapter(Class<T> kind) {
		return kind == Location.class ? kind.cast(location()) : kind == IPropertySource.class ? kind.cast(this) : null;
	}

	private Location location() {
		if (element.place() == null) {
			return null;
		}
		Position begin = new Position(element.place().line() - 1, element.place().column() - 1);
		return new Location(Path.of(element.place().file().toFileString()).toUri().toString(), new Range(begin, begin));
	}

	@Override
	public IPropertyDescriptor[] getPropertyDescriptors() {
		List<IPropertyDescriptor> descriptors = new ArrayList<>();
		for (Property property : element.properties()) {
			String unit = property.unit().isEmpty() ? "" : " [" + property.unit() + "]";
			PropertyDescriptor descriptor = descriptor(property, Translation.here().phrase(property.label()) + unit);
			descriptor.setDescription(Translation.here().of(property.readOnly().isEmpty() ? property.documentation() : property.readOnly()));
			descriptors.add(descriptor);
		}
		return descriptors.toArray(IPropertyDescriptor[]::new);
	}

	private static PropertyDescriptor descriptor(Property property, String label) {
		if (!property.readOnly().isEmpty()) {
			return new PropertyDescriptor(property.key(), label);
		}
		return property.choices().isEmpty() ? new TextPropertyDescriptor(property.key(), label)
				: new ComboBoxPropertyDescriptor(property.key(), label, choices(property).toArray(String[]::new));
	}

	/** @return what may be chosen, first nothing */
	private static List<String> choices(Property property) {
		List<String> choices = new ArrayList<>(property.choices());
		if (!choices.contains(property.text())) {
			choices.addFirst(property.text());
		}
		if (!choices.contains("")) {
			choices.addFirst("");
		}
		return choices;
	}

	private Optional<Property> property(Object key) {
		return element.properties().stream().filter(property -> property.key().equals(key)).findFirst();
	}

	@Override
	public Object getPropertyValue(Object key) {
		return property(key).<Object>map(property -> property.choices().isEmpty() || !property.readOnly().isEmpty() ? property.text()
				: choices(property).indexOf(property.text())).orElse("");
	}

	@Override
	public void setPropertyValue(Object key, Object value) {
		Property property = property(key).orElseThrow();
		String text = value instanceof Integer index ? index < 0 ? property.text() : choices(property).get(index) : String.valueOf(value);
		if (!text.equals(property.text())) {
			setter.set(element.id(), property.key(), text);
		}
	}

	@Override
	public Object getEditableValue() {
		return this;
	}

	@Override
	public boolean isPropertySet(Object key) {
		return property(key).filter(property -> !property.text().isEmpty() && property.readOnly().isEmpty()).isPresent();
	}

	@Override
	public void resetPropertyValue(Object key) {
		setter.set(element.id(), (String) key, "");
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof DiagramElement that && that.element.equals(element);
	}

	@Override
	public int hashCode() {
		return element.hashCode();
	}
}
