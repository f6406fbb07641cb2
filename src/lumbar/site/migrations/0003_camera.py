from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("lumbar", "0002_counted_by"),
    ]

    operations = [
        migrations.AddField(
            model_name="owner",
            name="camera",
            field=models.BooleanField(default=False),
        ),
    ]
