"""Short scenes of our own, each quotation with the speaker and the addressees that a careful reader would name.

A paragraph with speech ends with `@speaker` or `@speaker>addressee, addressee`; `I` is the narrator.
"""

SCENES = {
    "family": """\
Mr. Hollis put down his paper. Mrs. Hollis was at the window, and Miss Hollis at the piano, which was out of tune.

“My dear,” said Mrs. Hollis, “the curate is coming up the drive.” @Mrs. Hollis>Mr. Hollis

“Then I am not at home,” replied her husband. @Mr. Hollis>Mrs. Hollis

“Papa!” cried Miss Hollis. “You cannot mean it.” @Miss Hollis>Mr. Hollis

“I mean it every Tuesday,” said Mr. Hollis. @Mr. Hollis>Miss Hollis

“It is Wednesday, Mr. Hollis,” was his wife’s answer. @Mrs. Hollis>Mr. Hollis
""",
    "nickname": """\
Robert Tallow came in with the wet dog. Agnes Pym did not look up from the accounts.

"You're late, Robert," she said. @Agnes Pym>Robert Tallow

"The bridge was out," said Robert. "I walked round by the mill." @Robert Tallow>Agnes Pym

"Wipe your feet, then, Bob." @Agnes Pym>Robert Tallow

Bob wiped his feet. He took a long time over it.

"Is it bad?" asked Bob. @Robert Tallow>Agnes Pym

"It is forty pounds bad, Bob Tallow," said Agnes. @Agnes Pym>Robert Tallow
""",
    "suffixes": """\
Kazeshi dropped onto the mat. Hinari was already there, counting arrows.

"Hinari-chan, did you sleep at all?" @Kazeshi>Hinari

"No," said Hinari. "Did you, Kazeshi-kun?" @Hinari>Kazeshi

Kazeshi laughed. "Tomoe-sensei will kill us both." @Kazeshi>Hinari

"Tomoe-sensei will only kill you," Hinari said. @Hinari>Kazeshi
""",
    "stranger": """\
The bar was empty but for Pell and a tall woman in a grey coat.

‘You are looking for the ferry,’ said the tall woman. @the tall woman>Pell

Pell shook his head. ‘I am looking for a Mrs. Draycott,’ he said. @Pell>the tall woman

‘Then you are looking for me,’ said the tall woman. @the tall woman>Pell

Mrs. Draycott finished her drink. ‘Shall we go, Mr. Pell?’ @Mrs. Draycott>Pell
""",
    "told": """\
I had been at the inn three days when my brother Simon came to fetch me home.

“You look ill,” he said. @Simon>I

“I am ill,” I said. “Sit down, Simon.” @I>Simon

He sat down on the bed. “Mother is asking for you, Francis.” @Simon>I

“She always is,” said I, and turned my face to the wall. @I>Simon
""",
    "untagged": """\
Garrow and Finch sat on the harbour wall with their backs to the wind.

“Cold,” said Garrow. @Garrow>Finch

“It was colder in March,” said Finch. @Finch>Garrow

“You were not here in March.” @Garrow>Finch

“I was here every day in March.” @Finch>Garrow

“Then who had your boat out?” @Garrow>Finch

“Nobody you know.” @Finch>Garrow
""",
    "three": """\
Nadia, Owen and Ruth stood round the car in the rain.

"It won't start," Nadia said. @Nadia

"Try it again, Nadia," said Owen. @Owen>Nadia

"I've tried it, Owen. Ruth, have you got the torch?" @Nadia>Owen, Ruth

"It's in the house," said Ruth. @Ruth>Nadia

"Then fetch it, Ruth," Owen said. @Owen>Ruth

"I'm not your servant, Owen." @Ruth>Owen
""",
    "carriage": """\
Sir Edmund Croft and his wife drove home in silence as far as the bridge. There Lady Croft laid down her fan.

“And what did the Bishop say?” she asked. @Lady Croft>Sir Edmund Croft

“Nothing that a bishop should,” was her husband’s answer. @Sir Edmund Croft>Lady Croft
""",
    "gate": """\
The old man turned to Wat and said:

“The gate is down.” @the old man>Wat

Wat looked at the gate, and asked him in a whisper:

“Who opened it?” @Wat>the old man
""",
    "airlock": """\
Rill shut the hatch. Xe checked the seal twice before Danvers took off his helmet.

“We have an hour of air,” xe said. @Rill>Danvers

“Less,” said Danvers. @Danvers>Rill

Xe looked at him. “Then stop talking, Danvers.” @Rill>Danvers
""",
    "oaths": """\
Marsh wiped his neck. Clare did not seem to feel the sun.

“By Jupiter, it is hot,” said Marsh. @Marsh>Clare

“It was hotter in Lisbon,” said Clare. “Captain Orde fainted twice.” @Clare>Marsh

“Good God, Clare, nobody faints in Lisbon.” @Marsh>Clare
""",
    "yard": """\
Tobias whistled, and Bramble ran to him across the yard. Bramble barked at the gate.

“What is it, Bramble?” said Tobias. @Tobias>Bramble

“Let us in!” shouted the soldiers. @the soldiers>Tobias

“Not tonight,” Tobias called back. @Tobias>the soldiers
""",
    "step": """\
— Have you the key, Dan? said Mulcahy. @Mulcahy>Dan

— I have not, Dan said. @Dan>Mulcahy

— Then we will sleep on the step. @Mulcahy>Dan
""",
    "garden": """\
« Where is Marcel? » asked Odile. @Odile

« In the garden, » said the boy. « He is burning letters. » @the boy>Odile

Odile went to the door. « Whose letters? » @Odile>the boy
""",
}

CASTS = {
    "family": {"Mr. Hollis", "Mrs. Hollis", "Miss Hollis"},
    "nickname": {"Robert Tallow", "Agnes Pym"},
    "suffixes": {"Kazeshi", "Hinari"},
    "stranger": {"Mrs. Draycott", "Pell"},
    "told": {"I", "Simon"},
    "untagged": {"Garrow", "Finch"},
    "three": {"Nadia", "Owen", "Ruth"},
    "carriage": {"Sir Edmund Croft", "Lady Croft"},
    "gate": {"the old man", "Wat"},
    "airlock": {"Rill", "Danvers"},
    "oaths": {"Marsh", "Clare"},
    "yard": {"Tobias", "Bramble", "the soldiers"},
    "step": {"Mulcahy", "Dan"},
    "garden": {"Odile", "the boy"},
}
"""Who takes part; whoever else is named is only talked about, or is no person."""
